// Whether a certificate is valid: by the code in the address, where its QR code leads, or by one that is typed.
const byId = (id) => document.getElementById(id);
const STATES = {
  valid: ["approved", "✓ 有效", "证书有效", "请与手中证书核对：编号、获奖者、奖项和日期都应一致。有一处不同，证书就可能是伪造的。"],
  revoked: ["rejected", "✕ 已撤销", "证书已撤销", "这份证书曾经颁发，现在无效。如有疑问，请联系颁发单位，以最新证书为准。"],
  unknown: ["withdrawn", "? 查无此证", "没有查到这份证书", "请对照证书逐位核对验证码，或重新扫描二维码。确认无误仍查不到的，不是本活动颁发的证书，请勿采信。"],
};
const NAMES = {number: "证书编号", name: "获奖者", award: "奖项", issued_at: "颁发日期"};
/** What no code is and no address can hold. */
const NO_ADDRESS = /[/\\]|^\.+$/;
let latest = 0;

const day = (ms) => new Date(ms).toLocaleDateString("zh-CN", {
  timeZone: "Asia/Shanghai", year: "numeric", month: "long", day: "numeric",
});

function element(tag, text) {
  const made = document.createElement(tag);
  made.textContent = text;
  return made;
}

function complain(words) {
  const box = document.querySelector("[data-field=code]");
  box.classList.toggle("invalid", Boolean(words));
  byId("code-error").textContent = words;
  byId("code-error").hidden = !words;
  if (words) byId("code").setAttribute("aria-invalid", "true");
  else byId("code").removeAttribute("aria-invalid");
}

function paint(look, word, headline, meaning, facts) {
  byId("state").className = "state " + look;
  byId("state").textContent = word;
  byId("headline").textContent = headline;
  byId("meaning").textContent = meaning;
  byId("facts").replaceChildren(...facts.flatMap(([name, value]) => [element("dt", name), element("dd", value)]));
  byId("result").hidden = false;
}

function tell(found) {
  const facts = found.state === "unknown" ? [] : Object.entries(NAMES).map(
    ([field, name]) => [name, field === "issued_at" ? day(found.issued_at) : found[field]],
  );
  paint(...STATES[found.state], facts);
}

function excuse(status, seconds) {
  const wait = seconds >= 90 ? Math.ceil(seconds / 60) + " 分钟" : (seconds || 60) + " 秒";
  const why = status === 429 ? `这个网络上查验得太频繁，请 ${wait}后再点“查验”。`
    : status ? `服务器暂时不可用，请稍后再点“查验”。（${status}）`
    : "连不上服务器，请检查网络后再点“查验”。";
  paint("pending", "◷ 没有查成", "还不知道证书是否有效", why + "验证码已保留。", []);
}

async function verify(code) {
  const asked = ++latest;
  if (NO_ADDRESS.test(code)) return tell({state: "unknown"});
  byId("submit").disabled = true;
  byId("submit").textContent = "正在查验…";
  let answer = null;
  let found = null;
  try {
    answer = await fetch("/api/v1/public/certificates/" + encodeURIComponent(code), {cache: "no-store"});
    found = await answer.json();
  } catch {
    // told below: no answer, or none that can be read
  }
  if (asked !== latest) return;
  byId("submit").disabled = false;
  byId("submit").textContent = "查验";
  if (answer?.ok && STATES[found?.state]) tell(found);
  else excuse(answer?.status || 0, Number(answer?.headers.get("Retry-After") || 0));
  byId("headline").focus();
}

/** The code of the address, as it is printed; "" for none. */
function addressed() {
  try {
    return decodeURIComponent(location.pathname.replace(/^\/verify\/?/, ""));
  } catch {
    return "";
  }
}

function show() {
  const code = addressed().slice(0, 60);
  byId("code").value = code;
  complain("");
  if (code) verify(code);
  else byId("result").hidden = true;
}

byId("form").addEventListener("submit", (event) => {
  event.preventDefault();
  const code = byId("code").value.trim();
  complain(code ? "" : "请填写验证码。");
  if (!code) return byId("code").focus();
  if (code !== addressed() && !NO_ADDRESS.test(code)) history.pushState(null, "", "/verify/" + encodeURIComponent(code));
  verify(code);
});
byId("code").addEventListener("input", () => complain(""));
addEventListener("popstate", show);
show();
