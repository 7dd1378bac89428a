// How a registration stands; correct it, send it again, take it back.
import {CHOSEN, Fields, TYPED, banner, byId, call, element, explain, focusFirst, label, show, size, waitWords, wrongText} from "./form.js";

const TOKEN = "registration-token";
const STATES = {
  pending: ["◷ 待审核", "平台管理员会审核提交的内容，结果以短信告知。"],
  approved: ["✓ 已通过", "组织已建立。请在电脑上打开云讲述工作台，用注册手机号和密码登录，管理成员、发布活动。"],
  rejected: ["✕ 已驳回", "审核没有通过，理由如下。"],
  withdrawn: ["– 已撤回", "这次注册不再审核。此手机号可以重新注册。"],
};
const EVENTS = {
  submitted: "提交注册", resubmitted: "修改后重新提交", edited: "修改了内容", approved: "审核通过", rejected: "审核驳回",
  undone: "撤销了审核结果，重新待审", withdrawn: "撤回注册",
};
const NAMES = {
  account_phone: "注册手机号", name: "组织官方全称", region: "赛区", address: "详细地址", landline: "固定电话",
  introduction: "组织介绍", nature: "组织性质", size: "组织规模", industry: "行业分类", labels: "工会标签",
  contact_name: "联系人姓名", contact_phone: "联系人手机", documents: "证明材料",
};
const form = byId("form");
const fields = new Fields(form, () => {});
let mine = null;

const bearer = () => ({Authorization: "Bearer " + sessionStorage.getItem(TOKEN)});
const when = (ms) => new Date(ms).toLocaleString("zh-CN", {
  timeZone: "Asia/Shanghai", year: "numeric", month: "2-digit", day: "2-digit", hour: "2-digit", minute: "2-digit",
});

/** Shows one of: `sign-in`, `view`, `form`. */
function only(part) {
  byId("title").textContent = part === "form" ? "修改注册" : "注册进度";
  for (const id of ["sign-in", "view", "form"]) byId(id).hidden = id !== part;
  byId("leave").hidden = part === "sign-in";
  byId("to-register").hidden = part !== "sign-in" && mine?.state !== "withdrawn";
}

function signedOut(words) {
  sessionStorage.removeItem(TOKEN);
  only("sign-in");
  banner(words, "warn");
}

/** Takes an answer about one's own registration; whether there was one. */
function taken(answer) {
  if (!answer.ok) return false;
  sessionStorage.setItem(TOKEN, answer.body.token);
  mine = answer.body.registration;
  paint();
  only("view");
  return true;
}

function paint() {
  const [word, meaning] = STATES[mine.state];
  byId("state").className = "state " + mine.state;
  byId("state").textContent = word;
  byId("state-title").textContent = mine.name;
  byId("number").textContent = `${mine.number} · 第 ${mine.round} 次提交 · ${when(mine.submitted_at)}`;
  byId("meaning").textContent = meaning;
  const logo = document.createElement("img");
  logo.src = mine.logo.url;
  logo.alt = "";
  byId("own-logo").replaceChildren(logo);
  const reasons = element("ul");
  reasons.append(...mine.reason_texts.map((text) => element("li", text)));
  byId("reasons").replaceChildren(reasons);
  if (mine.message) byId("reasons").append(element("p", "说明：" + mine.message));
  if (mine.state === "rejected" && !mine.may_correct) byId("reasons").append(element("p", "这次注册不能再次提交。"));
  byId("reasons").hidden = mine.state !== "rejected";
  byId("correct").hidden = !mine.may_correct;
  byId("correct").textContent = mine.state === "rejected" ? "修改并重新提交" : "修改内容";
  byId("withdraw").hidden = !mine.may_withdraw;
  paintFacts();
  byId("history").replaceChildren(...mine.history.map((event) => {
    const line = element("li");
    const at = element("time", when(event.at));
    at.dateTime = new Date(event.at).toISOString();
    line.append(at, EVENTS[event.kind] || event.kind);
    if (event.message) line.append(element("p", event.message, "hint"));
    return line;
  }));
}

function paintFacts() {
  const facts = [];
  for (const [field, name] of Object.entries(NAMES)) {
    const value = element("dd");
    if (field === "documents") value.append(...mine.documents.map(fileLine));
    else if (field === "labels") value.textContent = mine.labels.map((code) => label("labels", code)).join("、");
    else value.textContent = CHOSEN.includes(field) ? label(field, mine[field]) : mine[field];
    facts.push(element("dt", name), value);
  }
  byId("facts").replaceChildren(...facts);
}

function fileLine(file) {
  const line = element("div");
  const link = element("a", file.name);
  link.href = file.url;
  link.download = file.name;
  line.append(link, ` (${size(file.bytes)})`);
  return line;
}

async function refresh() {
  const answer = await call("GET", "/mine", undefined, bearer());
  if (taken(answer)) return;
  if (answer.status === 401) return signedOut("登录已过期，请重新登录。");
  banner("没有取到最新进度：连不上服务器，请稍后再点“刷新”。", "warn");
}

async function signIn(event) {
  event.preventDefault();
  banner("");
  const phone = byId("phone").value.trim();
  const password = byId("key").value;
  show("phone", wrongText("account_phone", phone));
  show("key", password ? "" : "请填写密码。");
  if (byId("sign-in").querySelector(".invalid")) return focusFirst(byId("sign-in"));
  const answer = await call("POST", "/sign-in", {phone, password});
  if (taken(answer)) {
    byId("key").value = "";
    return byId("title").focus();
  }
  if (answer.body.code === "too-many-tries") return banner(`没有登录：尝试次数过多，请 ${waitWords(answer.wait)}后再试。`);
  if (answer.status !== 401 && answer.status !== 422) return banner("没有登录：连不上服务器，请检查网络后再试。");
  show("key", "手机号或密码不对。");
  byId("key").focus();
}

function startCorrecting() {
  const known = (file) => ({file: file.id, name: file.name, bytes: file.bytes, picture: file.kind === "jpeg" || file.kind === "png" ? file.url : ""});
  const said = {labels: mine.labels, logo: known(mine.logo), documents: mine.documents.map(known)};
  for (const field of [...TYPED, ...CHOSEN]) said[field] = mine[field];
  fields.fill(said);
  banner(mine.state === "rejected" ? "驳回理由：" + mine.reason_texts.join("、") + (mine.message ? "。说明：" + mine.message : "") : "", "no");
  only("form");
  byId("title").focus();
}

async function send(event) {
  event.preventDefault();
  banner("");
  const wrong = fields.check();
  if (wrong) {
    banner(`没有提交：有 ${wrong} 项需要修改，已在下面标出。填写的内容都已保留。`);
    return focusFirst(form);
  }
  const button = byId("submit");
  button.disabled = true;
  button.textContent = "正在提交…";
  const answer = await call("PUT", "/mine", {...fields.values(), base_version: mine.version}, bearer());
  button.disabled = false;
  button.textContent = "重新提交";
  if (taken(answer)) {
    banner("已重新提交，等待审核。", "ok");
    return byId("title").focus();
  }
  const {code} = answer.body;
  if (answer.status === 401) return signedOut("没有提交：登录已过期。请重新登录后再修改。");
  if (code === "invalid-args" && !answer.body.errors) return banner("没有提交：内容和上次一样。请修改后再提交。", "warn");
  if (code === "version-mismatch" || code === "wrong-state") {
    await refresh();
    return banner("没有提交：审核状态已有变化，下面是最新进度。", "warn");
  }
  banner(explain(answer, "重新提交"));
  focusFirst(form);
}

async function withdraw() {
  if (byId("sure").returnValue !== "withdraw") return;
  const answer = await call("POST", "/mine/withdraw", undefined, bearer());
  if (taken(answer)) return banner("已撤回。", "ok");
  if (answer.status === 401) return signedOut("没有撤回：登录已过期，请重新登录。");
  await refresh();
  banner("没有撤回：审核状态已有变化或网络不通，请查看最新进度。", "warn");
}

byId("sign-in").addEventListener("submit", signIn);
form.addEventListener("submit", send);
byId("correct").addEventListener("click", startCorrecting);
byId("cancel").addEventListener("click", () => { banner(""); only("view"); });
byId("refresh").addEventListener("click", () => { banner(""); refresh(); });
byId("withdraw").addEventListener("click", () => { byId("sure").returnValue = ""; byId("sure").showModal(); });
byId("sure").addEventListener("close", withdraw);
byId("leave").addEventListener("click", () => { mine = null; byId("phone").value = ""; signedOut(""); });
if (sessionStorage.getItem(TOKEN)) refresh();
else only("sign-in");
