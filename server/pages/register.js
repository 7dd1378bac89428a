// The form for a new registration.
import {Fields, banner, byId, call, explain, focusFirst, rules, show, waitWords, wrongText} from "./form.js";

const DRAFT = "registration-draft";
const form = byId("form");
const fields = new Fields(form, keepDraft);
let captcha = "";
let waiting = 0;
let sent = {body: "", key: ""};

/** What was typed outlives a reload of this tab; passwords and codes are not kept. */
function keepDraft() {
  const ready = (one) => one?.file ? {file: one.file, name: one.name, bytes: one.bytes} : null;
  const said = {
    ...fields.typed(), account_phone: byId("account_phone").value,
    logo: ready(fields.logo), documents: fields.documents.map(ready).filter(Boolean),
  };
  sessionStorage.setItem(DRAFT, JSON.stringify(said));
}

async function newCaptcha() {
  captcha = "";
  byId("captcha").value = "";
  const answer = await call("POST", "/captcha");
  if (!answer.ok) {
    const words = answer.status === 429 ? `换得太多，请 ${waitWords(answer.wait)}后再点“换一张”。` : "图形验证码没有取到，请点“换一张”。";
    return show("captcha", words);
  }
  captcha = answer.body.id;
  byId("captcha-image").src = "data:image/png;base64," + answer.body.image;
}

function countDown() {
  const button = byId("send-code");
  button.disabled = waiting > 0;
  button.textContent = waiting > 0 ? `${waiting} 秒后可重发` : "获取验证码";
  if (waiting > 0) {
    waiting -= 1;
    setTimeout(countDown, 1000);
  }
}

async function sendCode() {
  const phone = byId("account_phone").value.trim();
  const solution = byId("captcha").value.trim();
  show("account_phone", wrongText("account_phone", phone));
  show("captcha", solution ? "" : "请填写图中的字符。");
  if (wrongText("account_phone", phone) || !solution) return focusFirst(form);
  if (!captcha) return show("captcha", "图形验证码还没有取到，请稍候，或点“换一张”。");
  byId("send-code").disabled = true;
  const answer = await call("POST", "/codes", {phone, captcha_id: captcha, captcha: solution});
  byId("send-code").disabled = false;
  await newCaptcha();
  if (answer.ok) {
    byId("sms_code-hint").textContent = `验证码已发往 ${phone.slice(0, 3)}****${phone.slice(-4)}，${Math.round(answer.body.expires_in_s / 60)} 分钟内有效。`;
    waiting = answer.body.again_in_s;
    countDown();
    return byId("sms_code").focus();
  }
  if (answer.body.code === "captcha-wrong") {
    show("captcha", "图形验证码不对或已过期，已换一张，请重新填写。");
    return byId("captcha").focus();
  }
  if (answer.body.code === "too-many-tries") return show("sms_code", `验证码发得太多，请 ${waitWords(answer.wait)}后再试。`);
  show("sms_code", answer.status ? "验证码没有发出，请稍后再试。" : "验证码没有发出：连不上服务器，请检查网络后再试。");
}

function check() {
  const said = {};
  for (const field of ["account_phone", "sms_code", "password"]) said[field] = wrongText(field, byId(field).value);
  said.again = byId("again").value === byId("password").value ? "" : "两次填写的密码不一样。";
  said.terms = byId("terms").checked ? "" : "请阅读并同意后再注册。";
  for (const [field, words] of Object.entries(said)) show(field, words);
  return fields.check() + Object.values(said).filter(Boolean).length;
}

function keyFor(body) {
  if (sent.body !== body) {
    const random = crypto.getRandomValues(new Uint8Array(16));
    sent = {body, key: [...random].map((byte) => byte.toString(16).padStart(2, "0")).join("")};
  }
  return sent.key;
}

function refused(answer) {
  const {code, cause} = answer.body;
  if (code === "code-wrong") {
    const words = {expired: "验证码已过期，请重新获取。", tries: "填错次数过多，请重新获取验证码。"};
    show("sms_code", words[cause] || "验证码不对，请核对短信。");
    banner("没有提交：手机验证码需要重新填写。其余内容都已保留。");
  } else if (code === "phone-taken") {
    show("account_phone", "此手机号已有注册或账号。请点右上角“查看进度”登录，或换一个手机号。");
    banner("没有提交：手机号已被使用。其余内容都已保留。");
  } else {
    banner(explain(answer, "注册"));
  }
  focusFirst(form);
}

async function submit(event) {
  event.preventDefault();
  banner("");
  const wrong = check();
  if (wrong) {
    banner(`没有提交：有 ${wrong} 项需要修改，已在下面标出。填写的内容都已保留。`);
    return focusFirst(form);
  }
  const said = {
    ...fields.values(), account_phone: byId("account_phone").value.trim(), sms_code: byId("sms_code").value.trim(),
    password: byId("password").value, terms: true,
  };
  const button = byId("submit");
  button.disabled = true;
  button.textContent = "正在提交…";
  const answer = await call("POST", "", said, {"Idempotency-Key": keyFor(JSON.stringify(said))});
  button.disabled = false;
  button.textContent = "注册";
  if (!answer.ok) return refused(answer);
  sessionStorage.removeItem(DRAFT);
  sessionStorage.setItem("registration-token", answer.body.token);
  location.assign("/register/status");
}

form.addEventListener("submit", submit);
form.addEventListener("reset", () => setTimeout(() => {
  fields.fill({});
  for (const box of form.querySelectorAll(".invalid")) show(box.dataset.field, "");
  sessionStorage.removeItem(DRAFT);
  banner("");
}));
byId("captcha-again").addEventListener("click", newCaptcha);
byId("send-code").addEventListener("click", sendCode);
byId("captcha").addEventListener("keydown", (event) => {
  if (event.key !== "Enter") return;
  event.preventDefault();
  sendCode();
});
for (const field of ["account_phone", "password"]) {
  byId(field).addEventListener("blur", () => { if (byId(field).value) show(field, wrongText(field, byId(field).value)); });
}
byId("again").addEventListener("blur", () => {
  if (byId("again").value && byId("again").value !== byId("password").value) show("again", "两次填写的密码不一样。");
});
const draft = JSON.parse(sessionStorage.getItem(DRAFT) || "null");
if (draft) {
  byId("account_phone").value = draft.account_phone || "";
  fields.fill(draft);
}
if (rules.over) {
  banner("活动已于 2024 年 11 月 30 日结束，不再接受注册。已注册的组织可以登录查看。", "warn");
  byId("submit").disabled = true;
} else {
  newCaptcha();
}
