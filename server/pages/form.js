// What both pages share: the rules as the server gave them, fields with their errors, files on their way, calls.
export const rules = JSON.parse(document.body.dataset.rules);
export const API = "/api/v1/public/registrations";
export const TYPED = ["name", "address", "landline", "introduction", "contact_name", "contact_phone"];
export const CHOSEN = ["region", "nature", "size", "industry"];
export const byId = (id) => document.getElementById(id);
const CHOOSE = {
  region: "请选择赛区。", nature: "请选择组织性质。", size: "请选择组织规模。", industry: "请选择行业分类。",
  labels: "请至少选择一个工会标签。", logo: "请上传组织标志。", documents: "请上传证明材料。",
};
const BROKEN = "文件已损坏或打不开，请换一个。";
const FILE_WORDS = {
  empty: "这个文件是空的，请换一个。", type: "不支持这种文件，请换一个。", "too-large": "文件太大，请换一个小一些的。",
  encrypted: "文件设有密码，审核时打不开，请上传不设密码的文件。", gone: "文件已过期，请重新上传。",
  "too-many-pixels": "图片的尺寸太大，请缩小后再传。", "too-many-entries": "压缩包里的文件太多，请减少后再传。",
  "too-big-inside": "压缩包解开后太大，请减少文件后再传。", bomb: "压缩包解开后太大，请减少文件后再传。",
  "too-deep": "压缩包里还有压缩包，请解开后再传。",
};

export function element(tag, text = "", className = "") {
  const made = document.createElement(tag);
  made.textContent = text;
  if (className) made.className = className;
  return made;
}

export function size(bytes) {
  return bytes < 1024 * 1024 ? Math.max(1, Math.round(bytes / 1024)) + " KB" : (bytes / 1024 / 1024).toFixed(1) + " MB";
}

export function label(field, code) {
  return (rules.choices[field].find((pair) => pair[0] === code) || [code, code])[1];
}

export function show(field, words) {
  const box = document.querySelector(`[data-field="${field}"]`);
  if (!box) return false;
  box.classList.toggle("invalid", Boolean(words));
  const line = box.querySelector(".error");
  line.textContent = words || "";
  line.hidden = !words;
  for (const input of box.querySelectorAll("input, select, textarea")) {
    if (words) input.setAttribute("aria-invalid", "true");
    else input.removeAttribute("aria-invalid");
  }
  return true;
}

export function banner(words, kind = "no") {
  const box = byId("banner");
  box.className = "banner " + kind;
  box.textContent = words;
  box.hidden = !words;
  if (words) box.scrollIntoView({block: "nearest"});
}

export function wrongText(field, value) {
  const rule = rules.texts[field];
  const said = field === "password" ? value : value.trim();
  return new RegExp(rule.pattern, "u").test(said) && [...said].length <= rule.longest ? "" : rule.wrong;
}

export function focusFirst(root) {
  const first = root.querySelector(".invalid input, .invalid select, .invalid textarea");
  if (first) first.focus();
}

/** Calls the server; an object with `ok`, `status`, `body`, `wait` (seconds). `status` 0: no answer came. */
export async function call(method, path, body, headers = {}) {
  const ask = {method, headers: {...headers}};
  if (body !== undefined) {
    ask.body = JSON.stringify(body);
    ask.headers["Content-Type"] = "application/json";
  }
  try {
    const answer = await fetch(API + path, ask);
    return {
      ok: answer.ok, status: answer.status, body: await answer.json(), wait: Number(answer.headers.get("Retry-After") || 0),
    };
  } catch {
    return {ok: false, status: 0, body: {code: "offline"}, wait: 0};
  }
}

export function waitWords(seconds) {
  return seconds >= 90 ? Math.ceil(seconds / 60) + " 分钟" : seconds + " 秒";
}

/** What happened, what is kept, what to do; fields named by the answer are marked. */
export function explain(answer, again) {
  const {code, errors, problem, purpose} = answer.body;
  if (code === "invalid-args" && errors) {
    for (const error of errors) {
      const field = error.at[1];
      show(field, rules.texts[field]?.wrong || CHOOSE[field] || "请检查这一项。");
    }
    return "没有提交：标出的项目需要修改。其余内容都已保留。";
  }
  if (code === "file-refused") {
    show(purpose === "logo" ? "logo" : "documents", FILE_WORDS[problem] || BROKEN);
    return "没有提交：有文件需要重新上传。其余内容都已保留。";
  }
  if (code === "outside-campaign") return "没有提交：活动已于 2024 年 11 月 30 日结束，不再接受注册。";
  if (code === "too-many-tries") return `没有提交：尝试次数过多。内容都已保留，请 ${waitWords(answer.wait)}后再试。`;
  if (answer.status === 0) return `没有送达：连不上服务器。内容都已保留，请检查网络后再点“${again}”。`;
  return `没有提交：服务器暂时不可用。内容都已保留，请稍后再点“${again}”。（${answer.status}）`;
}

/** The fields of an organization: fills lists, checks, uploads; `values()` is what the API takes. */
export class Fields {
  constructor(form, changed) {
    this.form = form;
    this.changed = changed;
    this.logo = null;
    this.documents = [];
    for (const field of CHOSEN) {
      byId(field).append(new Option("请选择", ""), ...rules.choices[field].map(([code, name]) => new Option(name, code)));
    }
    byId("labels").append(...rules.choices.labels.map(([code, name]) => {
      const line = element("label");
      const box = document.createElement("input");
      box.type = "checkbox";
      box.value = code;
      line.append(box, " " + name);
      return line;
    }));
    for (const field of TYPED) {
      byId(field).addEventListener("blur", () => { if (byId(field).value) show(field, wrongText(field, byId(field).value)); });
    }
    form.addEventListener("input", (event) => this.edited(event.target));
    form.addEventListener("change", (event) => { if (event.target.tagName === "SELECT") this.edited(event.target); });
    byId("logo").addEventListener("change", () => this.take("logo", byId("logo")));
    byId("documents").addEventListener("change", () => this.take("documents", byId("documents")));
    this.count();
  }

  edited(input) {
    const box = input.closest(".field");
    if (box?.classList.contains("invalid") && input.type !== "file") show(box.dataset.field, "");
    this.count();
    this.changed();
  }

  count() {
    byId("introduction-count").textContent = `${[...byId("introduction").value.trim()].length} / ${rules.texts.introduction.longest} 字`;
  }

  labels() {
    return [...byId("labels").querySelectorAll("input:checked")].map((box) => box.value);
  }

  typed() {
    const said = {labels: this.labels()};
    for (const field of [...TYPED, ...CHOSEN]) said[field] = byId(field).value.trim();
    return said;
  }

  values() {
    return {...this.typed(), logo: this.logo?.file, documents: this.documents.map((one) => one.file)};
  }

  /** Marks what is wrong; how many fields are. */
  check() {
    const said = this.values();
    const wrong = {};
    for (const field of TYPED) wrong[field] = wrongText(field, byId(field).value);
    for (const field of CHOSEN) wrong[field] = said[field] ? "" : CHOOSE[field];
    wrong.labels = said.labels.length ? "" : CHOOSE.labels;
    const busy = this.form.querySelector("progress");
    wrong.logo = said.logo ? "" : busy ? "正在上传，请稍候。" : CHOOSE.logo;
    wrong.documents = this.documents.length ? "" : busy ? "正在上传，请稍候。" : CHOOSE.documents;
    if (this.documents.some((one) => !one.file)) wrong.documents = "正在上传，请稍候。";
    for (const [field, words] of Object.entries(wrong)) show(field, words);
    return Object.values(wrong).filter(Boolean).length;
  }

  fill(said) {
    for (const field of [...TYPED, ...CHOSEN]) if (said[field] !== undefined) byId(field).value = said[field];
    for (const box of byId("labels").querySelectorAll("input")) box.checked = (said.labels || []).includes(box.value);
    this.logo = said.logo || null;
    this.documents = said.documents || [];
    this.paint();
    this.count();
  }

  async take(field, input) {
    const chosen = [...input.files];
    input.value = "";
    show(field, "");
    for (const file of chosen) {
      const limits = field === "logo" ? rules.logo_bytes : Math.max(...Object.values(rules.proof_bytes));
      const exact = /pdf|zip/.test(file.type) ? rules.proof_bytes.pdf : limits;
      if (file.size > Math.min(limits, exact)) {
        show(field, `没有上传“${file.name}”：超过 ${size(Math.min(limits, exact))}。请压缩后再传。`);
        continue;
      }
      if (field === "documents" && this.documents.length >= rules.documents_max) {
        show(field, `没有上传“${file.name}”：最多 ${rules.documents_max} 个文件。请先移除一个，或合成一个文件。`);
        break;
      }
      await this.send(field, file);
    }
  }

  /** Sends one file with its progress; when it fails, what was there before stays. */
  send(field, file) {
    const before = this.logo;
    const entry = {name: file.name, bytes: file.size, done: 0, picture: file.type.startsWith("image/") ? URL.createObjectURL(file) : ""};
    if (field === "logo") this.logo = entry;
    else this.documents.push(entry);
    this.paint();
    return new Promise((resolve) => {
      const ask = new XMLHttpRequest();
      ask.responseType = "json";
      ask.upload.onprogress = (event) => {
        entry.done = event.loaded / file.size;
        const bar = byId(field + "-files").querySelector("progress");
        if (bar) bar.value = entry.done;
      };
      ask.onloadend = () => {
        if (ask.status === 201) {
          Object.assign(entry, {file: ask.response.file, name: ask.response.name, bytes: ask.response.bytes});
        } else {
          if (field === "logo") this.logo = before;
          else this.documents = this.documents.filter((one) => one !== entry);
          const problem = FILE_WORDS[ask.response?.problem] || (ask.status === 413 ? FILE_WORDS["too-large"] : "");
          const wait = `尝试次数过多，请 ${waitWords(Number(ask.getResponseHeader("Retry-After") || 60))}后再传。`;
          const trouble = ask.status === 429 ? wait : ask.status === 422 ? BROKEN : "网络不通，请稍后再传一次。";
          show(field, `没有上传“${file.name}”：${problem || trouble}`);
        }
        this.paint();
        this.changed();
        resolve();
      };
      ask.open("POST", `${API}/files/${field === "logo" ? "logo" : "proof"}?name=${encodeURIComponent(file.name)}`);
      ask.send(file);
    });
  }

  paint() {
    const preview = byId("logo-preview");
    preview.replaceChildren();
    if (this.logo?.picture) {
      const image = document.createElement("img");
      image.src = this.logo.picture;
      image.alt = "";
      preview.append(image);
    }
    byId("logo-files").replaceChildren(...(this.logo ? [this.line(this.logo, null)] : []));
    byId("documents-files").replaceChildren(...this.documents.map((one) => this.line(one, () => {
      this.documents = this.documents.filter((other) => other !== one);
      this.paint();
      this.changed();
      byId("documents").focus();
    })));
  }

  line(entry, remove) {
    const line = element("li");
    line.append(element("span", entry.name, "name"));
    line.append(element("span", size(entry.bytes) + (entry.file ? " · 已上传" : " · 正在上传…"), "meta"));
    if (!entry.file) {
      const bar = document.createElement("progress");
      bar.max = 1;
      bar.value = entry.done;
      bar.setAttribute("aria-label", "上传 " + entry.name);
      line.append(bar);
    } else if (remove) {
      const button = element("button", "移除", "link");
      button.type = "button";
      button.setAttribute("aria-label", "移除 " + entry.name);
      button.addEventListener("click", remove);
      line.append(button);
    }
    return line;
  }
}
