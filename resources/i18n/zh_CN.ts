<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="zh_CN" sourcelanguage="en">
<context>
    <name>ActDialog</name>
    <message>
        <source>Cancel</source>
        <translation>取消</translation>
    </message>
    <message>
        <source>One moment…</source>
        <translation>请稍候…</translation>
    </message>
</context>
<context>
    <name>Archive</name>
    <message>
        <source>A program, never opened</source>
        <translation>程序，从不打开</translation>
    </message>
    <message>
        <source>A name that leads out of its folder</source>
        <translation>文件名指向其他目录</translation>
    </message>
    <message>
        <source>Locked by a password</source>
        <translation>有密码</translation>
    </message>
    <message>
        <source>Too large to be opened</source>
        <translation>过大，不打开</translation>
    </message>
    <message>
        <source>Damaged</source>
        <translation>已损坏</translation>
    </message>
    <message>
        <source>Packed in an unusual way</source>
        <translation>压缩方式不常见</translation>
    </message>
</context>
<context>
    <name>ArchiveList</name>
    <message>
        <source>Files of the archive</source>
        <translation>压缩包里的文件</translation>
    </message>
    <message numerus="yes">
        <source>%n file(s)</source>
        <translation>
            <numerusform>%n 个文件</numerusform>
        </translation>
    </message>
    <message>
        <source>{0} · {1} · listed only</source>
        <translation>{0} · {1} · 只列目录</translation>
    </message>
    <message>
        <source>Listed only</source>
        <translation>只列出</translation>
    </message>
    <message>
        <source>Blocked</source>
        <translation>已拦截</translation>
    </message>
    <message>
        <source>Open</source>
        <translation>打开</translation>
    </message>
</context>
<context>
    <name>AskDialog</name>
    <message>
        <source>Try again with a network.</source>
        <translation>请在有网络时再试。</translation>
    </message>
    <message>
        <source>Nothing was changed; the reason stays here. {0}</source>
        <translation>没有改动，填写的理由还在。{0}</translation>
    </message>
    <message>
        <source>Somebody else has done this already</source>
        <translation>已经有人这样处理过了</translation>
    </message>
    <message>
        <source>Close this and refresh.</source>
        <translation>请关闭后刷新。</translation>
    </message>
</context>
<context>
    <name>Asking</name>
    <message>
        <source>Lists and certificates are kept on the server. What is shown stays as it is.</source>
        <translation>名单和证书都在服务器上。屏幕上的内容保持不变，联网后再操作。</translation>
    </message>
    <message>
        <source>This needs the network.</source>
        <translation>此操作需要网络。</translation>
    </message>
    <message>
        <source>Nothing was changed, and what you typed is kept. Try again a little later.</source>
        <translation>什么都没有改动，你填写的内容还在。请稍后再试。</translation>
    </message>
    <message>
        <source>Nothing was changed. {0}</source>
        <translation>什么都没有改动。{0}</translation>
    </message>
    <message>
        <source>Something unexpected happened</source>
        <translation>出现了意外情况</translation>
    </message>
    <message>
        <source>What you typed is kept. Try again.</source>
        <translation>你填写的内容还在，请再试一次。</translation>
    </message>
    <message>
        <source>The server&apos;s answer was lost; it may have been done</source>
        <translation>没有收到服务器的答复，可能已经生效</translation>
    </message>
    <message>
        <source>What you typed is kept. Try again when the network is back: nothing is done twice.</source>
        <translation>你填写的内容还在。网络恢复后再按一次即可，同一件事不会做两遍。</translation>
    </message>
    <message>
        <source>It could not be shown.</source>
        <translation>没能显示。</translation>
    </message>
</context>
<context>
    <name>Awards</name>
    <message>
        <source>2 to 40 small letters, digits and dashes, a letter first</source>
        <translation>2 到 40 个小写字母、数字或短横，以字母开头</translation>
    </message>
    <message>
        <source>{0} to {1} characters</source>
        <translation>{0} 到 {1} 个字</translation>
    </message>
    <message>
        <source>{0} to {1}</source>
        <translation>{0} 到 {1}</translation>
    </message>
    <message>
        <source>All</source>
        <translation>全部</translation>
    </message>
    <message>
        <source>In</source>
        <translation>入选</translation>
    </message>
    <message>
        <source>Reserves</source>
        <translation>候补</translation>
    </message>
    <message>
        <source>Passed over</source>
        <translation>略过</translation>
    </message>
    <message>
        <source>Cannot stay</source>
        <translation>须移出</translation>
    </message>
    <message>
        <source>Chosen</source>
        <translation>入选</translation>
    </message>
    <message>
        <source>Taken out</source>
        <translation>已移出</translation>
    </message>
    <message>
        <source>Reserve</source>
        <translation>候补</translation>
    </message>
    <message>
        <source>Passed</source>
        <translation>略过</translation>
    </message>
    <message>
        <source>Place</source>
        <translation>名次</translation>
    </message>
    <message>
        <source>Author</source>
        <translation>作者</translation>
    </message>
    <message>
        <source>Number</source>
        <translation>编号</translation>
    </message>
    <message>
        <source>Region</source>
        <translation>赛区</translation>
    </message>
    <message>
        <source>Works</source>
        <translation>作品</translation>
    </message>
    <message>
        <source>Result</source>
        <translation>结果</translation>
    </message>
    <message>
        <source>Changes</source>
        <translation>改动</translation>
    </message>
    <message>
        <source>What the rule says</source>
        <translation>规则说明</translation>
    </message>
    <message>
        <source>{0} chosen</source>
        <translation>入选 {0}</translation>
    </message>
    <message>
        <source>Certificate no.</source>
        <translation>证书编号</translation>
    </message>
    <message>
        <source>Holder</source>
        <translation>获奖者</translation>
    </message>
    <message>
        <source>State</source>
        <translation>状态</translation>
    </message>
    <message>
        <source>Replaced by / replaces</source>
        <translation>补发关系</translation>
    </message>
    <message>
        <source>Code</source>
        <translation>验证码</translation>
    </message>
    <message>
        <source>Issued</source>
        <translation>签发时间</translation>
    </message>
    <message>
        <source>Proposed</source>
        <translation>拟定</translation>
    </message>
    <message>
        <source>Submitted</source>
        <translation>已提交</translation>
    </message>
    <message>
        <source>Confirmed</source>
        <translation>已确认</translation>
    </message>
    <message>
        <source>Withdrawn</source>
        <translation>已撤回</translation>
    </message>
    <message>
        <source>Valid</source>
        <translation>有效</translation>
    </message>
    <message>
        <source>Revoked</source>
        <translation>已撤销</translation>
    </message>
    <message>
        <source>the gain of the week</source>
        <translation>当周增量</translation>
    </message>
    <message>
        <source>the totals of the campaign</source>
        <translation>活动累计</translation>
    </message>
    <message>
        <source>Persons</source>
        <translation>个人</translation>
    </message>
    <message>
        <source>Organizations</source>
        <translation>组织</translation>
    </message>
    <message>
        <source>This award is drawn from another week</source>
        <translation>这个奖项不从这一周产生</translation>
    </message>
    <message>
        <source>Its rule names {0}; choose that week.</source>
        <translation>它的规则指定了{0}，请选那一周。</translation>
    </message>
    <message>
        <source>There is such a list already</source>
        <translation>这份名单已经有了</translation>
    </message>
    <message>
        <source>It is shown at the left. Withdraw it first if it has to be drawn anew.</source>
        <translation>已在左边为你打开。确实要重新拟定，请先撤回它。</translation>
    </message>
    <message>
        <source>Weeks that count are not sealed yet</source>
        <translation>要计入的周还没有全部封榜</translation>
    </message>
    <message>
        <source>Seal {0} first, in the tab Boards.</source>
        <translation>请先到“排行榜”封{0}。</translation>
    </message>
    <message>
        <source>This award is not given any more</source>
        <translation>这个奖项已经停用</translation>
    </message>
    <message>
        <source>A platform administrator has switched it off; choose another one.</source>
        <translation>平台管理员停用了它，请选别的奖项。</translation>
    </message>
    <message>
        <source>It is so already</source>
        <translation>已经是这样了</translation>
    </message>
    <message>
        <source>Somebody has done the same meanwhile. The list is loaded anew.</source>
        <translation>有同事刚做了同样的改动，名单已重新载入。</translation>
    </message>
    <message>
        <source>All places of this list are taken</source>
        <translation>名额已满</translation>
    </message>
    <message>
        <source>Take somebody out first; your reason stays.</source>
        <translation>请先移出一位，你写的理由还在。</translation>
    </message>
    <message>
        <source>The places of this region are taken</source>
        <translation>这个赛区的名额已满</translation>
    </message>
    <message>
        <source>Take out somebody of the same region first; your reason stays.</source>
        <translation>请先移出同一赛区的一位，你写的理由还在。</translation>
    </message>
    <message>
        <source>There are fewer published works than the rule asks for</source>
        <translation>已发布的作品少于规则要求</translation>
    </message>
    <message>
        <source>The rule binds changes by hand too. Nothing was changed.</source>
        <translation>手工调整也要遵守规则。什么都没有改动。</translation>
    </message>
    <message>
        <source>Nobody is in this list</source>
        <translation>名单里没有入选者</translation>
    </message>
    <message>
        <source>Put at least one in, then submit it.</source>
        <translation>请至少让一位入选，再提交。</translation>
    </message>
    <message>
        <source>Somebody in this list cannot be honoured now</source>
        <translation>名单里有人目前不能表彰</translation>
    </message>
    <message>
        <source>Take out the lines marked “cannot stay”, then try again.</source>
        <translation>请移出标有“须移出”的行，再试一次。</translation>
    </message>
    <message>
        <source>, </source>
        <translation>、</translation>
    </message>
    <message>
        <source>{0}: the first {1} by {2} of {3}</source>
        <translation>{0}，按{3}的{2}取前 {1} 名</translation>
    </message>
    <message>
        <source>at most {0} of a region</source>
        <translation>每个赛区最多 {0} 名</translation>
    </message>
    <message>
        <source>at least {0} published works</source>
        <translation>已发布作品不少于 {0} 件</translation>
    </message>
    <message>
        <source>{0} reserves</source>
        <translation>候补 {0} 名</translation>
    </message>
    <message>
        <source>; </source>
        <translation>；</translation>
    </message>
    <message>
        <source>withdrawn</source>
        <translation>撤回</translation>
    </message>
    <message>
        <source>confirmed</source>
        <translation>确认</translation>
    </message>
    <message>
        <source>submitted</source>
        <translation>提交</translation>
    </message>
    <message>
        <source>last changed</source>
        <translation>最后改动</translation>
    </message>
    <message>
        <source>proposed</source>
        <translation>拟定</translation>
    </message>
    <message>
        <source>This list was changed meanwhile: {1} by {0} at {2}</source>
        <translation>名单刚刚有变化：{0} 于 {2} {1}</translation>
    </message>
    <message>
        <source>It is loaded anew, and nothing of yours was done. Look at it, then decide again.</source>
        <translation>已重新载入，你的操作没有执行，填写的内容还在。看过之后再决定。</translation>
    </message>
    <message>
        <source>A list needs a second person</source>
        <translation>名单要由另一个人确认</translation>
    </message>
    <message>
        <source>You proposed, submitted or last changed it. Ask a colleague to confirm it; nothing is lost.</source>
        <translation>它由你拟定、提交或最后改动过。请一位同事来确认，名单不会丢。</translation>
    </message>
    <message>
        <source>This is for the national union</source>
        <translation>这由全国总工会办理</translation>
    </message>
    <message>
        <source>Nothing was changed. Staff of a region read their region&apos;s part.</source>
        <translation>什么都没有改动。赛区人员可以查看本赛区的部分。</translation>
    </message>
    <message>
        <source>The rule was changed meanwhile</source>
        <translation>规则刚刚有变化</translation>
    </message>
    <message>
        <source>It is loaded anew. Look at it, then decide again.</source>
        <translation>已重新载入。看过之后再决定。</translation>
    </message>
    <message>
        <source>This was asked before in another way</source>
        <translation>这个请求和之前的不一致</translation>
    </message>
    <message>
        <source>Close this window, look at what is there, and begin anew.</source>
        <translation>请关上这个窗口，看看现有的内容，再重新开始。</translation>
    </message>
    <message>
        <source>{0} was corrected after this list was drawn</source>
        <translation>名单产生之后，{0}的榜单更正过</translation>
    </message>
    <message>
        <source>Withdraw the list and propose it anew from the new revision; its edits stay on record.</source>
        <translation>请撤回这份名单，按新版榜单重新拟定；原来的改动记录会保留。</translation>
    </message>
    <message>
        <source>issued in place of {0}</source>
        <translation>签发，替换 {0}</translation>
    </message>
    <message>
        <source>issued</source>
        <translation>签发</translation>
    </message>
    <message>
        <source>revoked</source>
        <translation>撤销</translation>
    </message>
    <message>
        <source>replaced by {0}</source>
        <translation>重新签发为 {0}</translation>
    </message>
    <message>
        <source>What is shown is as of {0}.</source>
        <translation>屏幕上是 {0} 的内容。</translation>
    </message>
    <message>
        <source>Award lists and certificates are kept on the server; they can be read and changed online.</source>
        <translation>名单和证书都在服务器上，联网后才能查看和办理。</translation>
    </message>
    <message>
        <source>In use</source>
        <translation>使用中</translation>
    </message>
    <message>
        <source>Off</source>
        <translation>已停用</translation>
    </message>
    <message>
        <source>Any week</source>
        <translation>任意周</translation>
    </message>
</context>
<context>
    <name>AwardsPage</name>
    <message>
        <source>Awards</source>
        <translation>奖项</translation>
    </message>
    <message>
        <source>Kinds of awards</source>
        <translation>奖项类别</translation>
    </message>
    <message>
        <source>Propose a list…</source>
        <translation>拟定名单…</translation>
    </message>
    <message>
        <source>Submit the list…</source>
        <translation>提交名单…</translation>
    </message>
    <message>
        <source>Confirm the list…</source>
        <translation>确认名单…</translation>
    </message>
    <message>
        <source>Withdraw the list…</source>
        <translation>撤回名单…</translation>
    </message>
    <message>
        <source>Certificates of the list</source>
        <translation>名单的证书</translation>
    </message>
    <message>
        <source>Export certificates…</source>
        <translation>导出证书…</translation>
    </message>
    <message>
        <source>There is no certificate {0}</source>
        <translation>没有编号为 {0} 的证书</translation>
    </message>
    <message>
        <source>Numbers look like CERT-24-000123. Also look at the digits.</source>
        <translation>编号形如 CERT-24-000123，请核对数字；赛区人员只能查到本赛区的证书。</translation>
    </message>
    <message>
        <source>Copy code</source>
        <translation>复制验证码</translation>
    </message>
    <message>
        <source>Copy number</source>
        <translation>复制编号</translation>
    </message>
    <message>
        <source>Revoke…</source>
        <translation>撤销…</translation>
    </message>
    <message>
        <source>Reissue…</source>
        <translation>重新签发…</translation>
    </message>
</context>
<context>
    <name>BatchDesk</name>
    <message>
        <source>Copy the number</source>
        <translation>复制作品编号</translation>
    </message>
    <message>
        <source>Give this work back</source>
        <translation>归还这件作品</translation>
    </message>
    <message numerus="yes">
        <source>Give back the %n undecided work(s)?</source>
        <translation>
            <numerusform>归还未审的 %n 件？</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>The %n decision(s) made are kept and sent.</source>
        <translation>
            <numerusform>已作的 %n 个决定会保留并照常发送。</numerusform>
        </translation>
    </message>
    <message>
        <source>{0} Others can then claim these works.</source>
        <translation>{0}归还后，其他审核员可以领取这些作品。</translation>
    </message>
    <message numerus="yes">
        <source>Give back %n</source>
        <translation>
            <numerusform>归还 %n 件</numerusform>
        </translation>
    </message>
    <message>
        <source>Keep them</source>
        <translation>不归还</translation>
    </message>
    <message numerus="yes">
        <source>%n work(s) are undecided and go back then.</source>
        <translation>
            <numerusform>还有 %n 件未审，到期归还。</numerusform>
        </translation>
    </message>
    <message>
        <source>{0} Decisions are all kept.</source>
        <translation>{0}已作的决定全部保留。</translation>
    </message>
    <message>
        <source>The claim ends in 5 minutes</source>
        <translation>批次还有 5 分钟到期</translation>
    </message>
    <message>
        <source>Let it end</source>
        <translation>到期归还</translation>
    </message>
    <message>
        <source>Renew for 12 hours</source>
        <translation>续期 12 小时</translation>
    </message>
    <message>
        <source>This needs the network.</source>
        <translation>这一步需要网络。</translation>
    </message>
    <message>
        <source>Claimed works and decisions are kept.</source>
        <translation>已领取的作品和决定都已保留。</translation>
    </message>
    <message numerus="yes">
        <source>%n work(s) claimed.</source>
        <translation>
            <numerusform>已领取 %n 件。</numerusform>
        </translation>
    </message>
    <message>
        <source>No free work fits the filter.</source>
        <translation>没有符合筛选的待领作品。</translation>
    </message>
    <message>
        <source>Clear the filter and claim again.</source>
        <translation>清除筛选后可再领取。</translation>
    </message>
    <message>
        <source>No free works at the moment.</source>
        <translation>暂时没有待领取的作品。</translation>
    </message>
    <message>
        <source>Try again later.</source>
        <translation>稍后再试。</translation>
    </message>
    <message>
        <source>The claim was renewed.</source>
        <translation>已续期。</translation>
    </message>
    <message numerus="yes">
        <source>%n work(s) given back.</source>
        <translation>
            <numerusform>已归还 %n 件。</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>BatchesCard</name>
    <message>
        <source>Claim more</source>
        <translation>再领一批</translation>
    </message>
    <message>
        <source>Decisions are kept</source>
        <translation>已作决定保留</translation>
    </message>
    <message numerus="yes">
        <source>Give back %n undecided…</source>
        <translation>
            <numerusform>归还未审 %n 件…</numerusform>
        </translation>
    </message>
    <message>
        <source>Claiming…</source>
        <translation>正在领取…</translation>
    </message>
    <message>
        <source>Renewing…</source>
        <translation>正在续期…</translation>
    </message>
    <message numerus="yes">
        <source>The %n decision(s) in the outbox are kept and sent.</source>
        <translation>
            <numerusform>发件箱里的 %n 个决定会保留并照常发送。</numerusform>
        </translation>
    </message>
    <message>
        <source>What you have decided stays decided.</source>
        <translation>已作的决定不受影响。</translation>
    </message>
    <message>
        <source>{0} Others can then claim these works.</source>
        <translation>{0}归还后，其他审核员可以领取这些作品。</translation>
    </message>
    <message numerus="yes">
        <source>Give back the %n undecided work(s)?</source>
        <translation>
            <numerusform>归还未审的 %n 件？</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Give back %n</source>
        <translation>
            <numerusform>归还 %n 件</numerusform>
        </translation>
    </message>
    <message>
        <source>Keep them</source>
        <translation>不归还</translation>
    </message>
    <message>
        <source>Giving back…</source>
        <translation>正在归还…</translation>
    </message>
    <message>
        <source>Claimed batches and network</source>
        <translation>领取批次与网络</translation>
    </message>
    <message>
        <source>Network</source>
        <translation>网络</translation>
    </message>
    <message>
        <source>Claimed batches</source>
        <translation>领取批次</translation>
    </message>
    <message>
        <source>Nothing is claimed. Claimed works are yours alone until the batch ends.</source>
        <translation>还没有领取作品。领取后到期前只有你能审。</translation>
    </message>
    <message numerus="yes">
        <source>Renew for %n hours</source>
        <translation>
            <numerusform>续期 %n 小时</numerusform>
        </translation>
    </message>
    <message>
        <source>Ends by itself; decisions are kept</source>
        <translation>到期自动归还，已作决定保留</translation>
    </message>
    <message numerus="yes">
        <source>%n work(s) · {0} decided</source>
        <translation>
            <numerusform>%n 件 · 已决定 {0}</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n to be sent</source>
        <translation>
            <numerusform>%n 条待发送</numerusform>
        </translation>
    </message>
    <message>
        <source>All delivered</source>
        <translation>已全部送达</translation>
    </message>
    <message>
        <source>Ended; late decisions still count</source>
        <translation>已到期，补送的决定仍有效</translation>
    </message>
    <message>
        <source>{0} left</source>
        <translation>{0} 后到期</translation>
    </message>
    <message>
        <source>This needs the network. Claims and decisions are kept. Try again when you are online.</source>
        <translation>这项操作需要网络。已领取的作品和决定都保留，联网后再试。</translation>
    </message>
    <message numerus="yes">
        <source>%n work(s) claimed.</source>
        <translation>
            <numerusform>已领取 %n 件。</numerusform>
        </translation>
    </message>
    <message>
        <source>No free works at the moment.</source>
        <translation>目前没有可领取的作品。</translation>
    </message>
    <message numerus="yes">
        <source>%n work(s) had passed to others and left your queue.</source>
        <translation>
            <numerusform>%n 件已转给他人，移出了你的队列。</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n claim(s) renewed.</source>
        <translation>
            <numerusform>已续期 %n 件。</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n work(s) given back.</source>
        <translation>
            <numerusform>已归还 %n 件。</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Boards</name>
    <message>
        <source>Place</source>
        <translation>名次</translation>
    </message>
    <message>
        <source>Since last week</source>
        <translation>较上周</translation>
    </message>
    <message>
        <source>Author</source>
        <translation>作者</translation>
    </message>
    <message>
        <source>Region</source>
        <translation>赛区</translation>
    </message>
    <message>
        <source>Change</source>
        <translation>环比</translation>
    </message>
    <message>
        <source>Participants / members</source>
        <translation>参与 / 成员</translation>
    </message>
    <message>
        <source>Rate</source>
        <translation>参与率</translation>
    </message>
    <message>
        <source>Last 6 weeks</source>
        <translation>近 6 周</translation>
    </message>
    <message>
        <source>New</source>
        <translation>新</translation>
    </message>
    <message>
        <source>Same</source>
        <translation>持平</translation>
    </message>
    <message>
        <source>Regions</source>
        <translation>赛区榜</translation>
    </message>
    <message>
        <source>Organizations</source>
        <translation>组织榜</translation>
    </message>
    <message>
        <source>Works</source>
        <translation>作品热榜</translation>
    </message>
    <message>
        <source>People</source>
        <translation>达人榜</translation>
    </message>
    <message>
        <source>Organization</source>
        <translation>组织</translation>
    </message>
    <message>
        <source>Work</source>
        <translation>作品</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>姓名</translation>
    </message>
    <message>
        <source>Works published</source>
        <translation>作品数</translation>
    </message>
    <message>
        <source>Likes</source>
        <translation>点赞</translation>
    </message>
    <message>
        <source>Views</source>
        <translation>播放</translation>
    </message>
    <message>
        <source>Heat</source>
        <translation>热度</translation>
    </message>
    <message>
        <source>{0} to {1}</source>
        <translation>{0} 至 {1}</translation>
    </message>
    <message>
        <source>The whole campaign</source>
        <translation>活动累计</translation>
    </message>
    <message>
        <source>Week {0}</source>
        <translation>第 {0} 周</translation>
    </message>
    <message>
        <source>Heat = {0} × likes + {1} × favourites + {2} × shares + {3} × views (rule {4})</source>
        <translation>热度 = {0}×点赞 + {1}×收藏 + {2}×分享 + {3}×播放（规则第 {4} 版）</translation>
    </message>
    <message>
        <source>{0} regions</source>
        <translation>{0} 个赛区</translation>
    </message>
    <message>
        <source>{0} organizations</source>
        <translation>{0} 个组织</translation>
    </message>
    <message>
        <source>{0} works</source>
        <translation>{0} 件作品</translation>
    </message>
    <message>
        <source>{0} people</source>
        <translation>{0} 人</translation>
    </message>
    <message>
        <source>{0} in all: {1}</source>
        <translation>{0}合计 {1}</translation>
    </message>
</context>
<context>
    <name>BoardsPage</name>
    <message>
        <source>The week before (Alt+←)</source>
        <translation>上一周（Alt+←）</translation>
    </message>
    <message>
        <source>The next week (Alt+→)</source>
        <translation>下一周（Alt+→）</translation>
    </message>
    <message>
        <source>Board</source>
        <translation>榜单</translation>
    </message>
    <message>
        <source>Order by</source>
        <translation>排序</translation>
    </message>
    <message>
        <source>Search names and numbers</source>
        <translation>搜索名称、编号</translation>
    </message>
    <message>
        <source>Weights…</source>
        <translation>权重…</translation>
    </message>
    <message>
        <source>Boards</source>
        <translation>排行榜</translation>
    </message>
    <message>
        <source>Works left out</source>
        <translation>不计作品</translation>
    </message>
    <message>
        <source>Weights of heat…</source>
        <translation>热度权重…</translation>
    </message>
    <message>
        <source>Try again</source>
        <translation>重试</translation>
    </message>
    <message>
        <source>This board was never opened on this computer, so it cannot be shown without the server.</source>
        <translation>本机还没有这份榜单，需要联网取得。</translation>
    </message>
    <message>
        <source>Sealed, revision {0}</source>
        <translation>已封榜 · 修订 {0}</translation>
    </message>
    <message>
        <source>Sealed</source>
        <translation>已封榜</translation>
    </message>
    <message>
        <source>As of {0}</source>
        <translation>截至 {0}</translation>
    </message>
    <message>
        <source>Over, not sealed</source>
        <translation>数据已截止 · 未封榜</translation>
    </message>
    <message>
        <source>Running</source>
        <translation>进行中</translation>
    </message>
    <message>
        <source>Up to now</source>
        <translation>截至目前</translation>
    </message>
    <message>
        <source>Clear the search</source>
        <translation>清空搜索</translation>
    </message>
    <message>
        <source>No line fits</source>
        <translation>没有符合的行</translation>
    </message>
    <message>
        <source>Names and numbers were searched.</source>
        <translation>已查名称和编号。</translation>
    </message>
    <message>
        <source>Works that are published, and what they gain, appear here.</source>
        <translation>作品发布并有互动后会出现在这里。</translation>
    </message>
    <message>
        <source>No data in this week</source>
        <translation>本周没有数据</translation>
    </message>
    <message>
        <source>Refresh</source>
        <translation>刷新</translation>
    </message>
    <message>
        <source>see what it is made of</source>
        <translation>查看明细</translation>
    </message>
    <message>
        <source>export</source>
        <translation>导出</translation>
    </message>
</context>
<context>
    <name>BrandWell</name>
    <message>
        <source>One heart for the mission, new merit at every post</source>
        <translation>凝心聚力担使命&#x3000;立足岗位建新功</translation>
    </message>
    <message>
        <source>National workers&apos; storytelling campaign</source>
        <translation>全国职工岗位“云讲述”活动</translation>
    </message>
    <message>
        <source>5 August – 30 November 2024</source>
        <translation>2024 年 8 月 5 日 — 11 月 30 日</translation>
    </message>
    <message>
        <source>Yunjiangshu Desk</source>
        <translation>云讲述工作台</translation>
    </message>
    <message>
        <source>Review · Sync · Works offline</source>
        <translation>审核 · 同步 · 离线可用</translation>
    </message>
    <message>
        <source>Videos and decisions are kept in an encrypted folder on this computer</source>
        <translation>视频与决定只存于本机加密目录</translation>
    </message>
</context>
<context>
    <name>BrowsePage</name>
    <message>
        <source>All works</source>
        <translation>全部作品</translation>
    </message>
    <message>
        <source>Clear filters</source>
        <translation>清除筛选</translation>
    </message>
    <message>
        <source>Take over…</source>
        <translation>接管…</translation>
    </message>
    <message>
        <source>Open and claim</source>
        <translation>打开并领取</translation>
    </message>
    <message>
        <source>Refresh</source>
        <translation>刷新</translation>
    </message>
    <message>
        <source>Asking the server…</source>
        <translation>正在向服务器查询…</translation>
    </message>
    <message>
        <source>{0} works, {1} shown</source>
        <translation>共 {0} 件，已列出 {1} 件</translation>
    </message>
    <message numerus="yes">
        <source>%n work(s)</source>
        <translation>
            <numerusform>共 %n 件</numerusform>
        </translation>
    </message>
    <message>
        <source>What is shown is of the last answer. {0}</source>
        <translation>下面是上次查询的结果。{0}</translation>
    </message>
    <message>
        <source>Go online again</source>
        <translation>恢复联网</translation>
    </message>
    <message>
        <source>Try again</source>
        <translation>重试</translation>
    </message>
    <message>
        <source>You keep the desk offline</source>
        <translation>你已选择保持离线</translation>
    </message>
    <message>
        <source>All works are shown online only.</source>
        <translation>全部作品只能联网查看。</translation>
    </message>
    <message>
        <source>The works could not be fetched</source>
        <translation>没有取到作品列表</translation>
    </message>
    <message>
        <source>Nothing was changed. Try again.</source>
        <translation>没有任何改动，请重试。</translation>
    </message>
    <message>
        <source>All works are shown online only. Claimed works stay usable in the works tab.</source>
        <translation>全部作品只能联网查看。已领取的作品仍可在“作品审核”里审。</translation>
    </message>
    <message>
        <source>Works appear here as soon as workers have sent some.</source>
        <translation>职工提交作品后会出现在这里。</translation>
    </message>
    <message>
        <source>No works yet</source>
        <translation>还没有作品</translation>
    </message>
    <message>
        <source>Title and number were searched, and whole names of authors.</source>
        <translation>已查标题、编号和作者全名。</translation>
    </message>
    <message>
        <source>No work fits</source>
        <translation>没有符合条件的作品</translation>
    </message>
</context>
<context>
    <name>BrowseRows</name>
    <message>
        <source>To review</source>
        <translation>待审核</translation>
    </message>
    <message>
        <source>Published</source>
        <translation>已通过</translation>
    </message>
    <message>
        <source>Rejected</source>
        <translation>已驳回</translation>
    </message>
    <message>
        <source>Withdrawn</source>
        <translation>已撤回</translation>
    </message>
    <message>
        <source>Number</source>
        <translation>编号</translation>
    </message>
    <message>
        <source>Title</source>
        <translation>标题</translation>
    </message>
    <message>
        <source>Region</source>
        <translation>赛区</translation>
    </message>
    <message>
        <source>Organization</source>
        <translation>组织</translation>
    </message>
    <message>
        <source>Author</source>
        <translation>作者</translation>
    </message>
    <message>
        <source>Sent</source>
        <translation>提交时间</translation>
    </message>
    <message>
        <source>State</source>
        <translation>状态</translation>
    </message>
    <message>
        <source>With whom</source>
        <translation>领取人</translation>
    </message>
    <message>
        <source>Likes / views</source>
        <translation>点赞 / 播放</translation>
    </message>
    <message>
        <source>Free</source>
        <translation>可领取</translation>
    </message>
    <message>
        <source>Me</source>
        <translation>我</translation>
    </message>
    <message>
        <source>{0} / {1}</source>
        <translation>{0} / {1}</translation>
    </message>
</context>
<context>
    <name>Bugs</name>
    <message>
        <source>Something went wrong in the desk</source>
        <translation>工作台出了问题</translation>
    </message>
    <message>
        <source>Saved decisions are kept. You can go on; please send these details to your administrator.</source>
        <translation>已存的决定都在，可以继续工作。请把下面的详情发给管理员。</translation>
    </message>
</context>
<context>
    <name>CertificateActs</name>
    <message>
        <source>Revoke {0}?</source>
        <translation>撤销证书 {0}？</translation>
    </message>
    <message>
        <source>Why it is revoked</source>
        <translation>撤销的理由</translation>
    </message>
    <message>
        <source>Whoever checks it is told that it is not valid any more, for good. It may be reissued.</source>
        <translation>撤销后不能恢复，核验时会显示“已撤销”。可以重新签发一张。</translation>
    </message>
    <message>
        <source>Revoke</source>
        <translation>撤销证书</translation>
    </message>
    <message>
        <source>Reissue {0}?</source>
        <translation>重新签发 {0}？</translation>
    </message>
    <message>
        <source>Why it is reissued, such as a corrected name</source>
        <translation>重新签发的理由，例如更正姓名</translation>
    </message>
    <message>
        <source>A new number and code, with the name as it is now; this one is revoked.</source>
        <translation>新证书用新的编号和验证码，姓名按现在登记的；原证书随即撤销。</translation>
    </message>
    <message>
        <source>Reissue</source>
        <translation>重新签发</translation>
    </message>
    <message>
        <source>This certificate was changed meanwhile: {0}, {1} by {2}</source>
        <translation>这张证书刚刚有变化：{2} 于 {0} {1}</translation>
    </message>
    <message>
        <source>It is loaded anew, and nothing of yours was done. Look at it, then decide again.</source>
        <translation>已重新载入，你的操作没有执行，填写的内容还在。看过之后再决定。</translation>
    </message>
</context>
<context>
    <name>CertificateExport</name>
    <message>
        <source>One PDF</source>
        <translation>一个 PDF</translation>
    </message>
    <message>
        <source>A file each</source>
        <translation>每张一个文件</translation>
    </message>
    <message>
        <source>Files</source>
        <translation>文件</translation>
    </message>
    <message>
        <source>Export certificates…</source>
        <translation>导出证书…</translation>
    </message>
    <message>
        <source>Stop</source>
        <translation>停止</translation>
    </message>
    <message>
        <source>Export certificates</source>
        <translation>导出证书</translation>
    </message>
    <message>
        <source>PDF (*.pdf)</source>
        <translation>PDF 文件 (*.pdf)</translation>
    </message>
    <message>
        <source>Exporting…</source>
        <translation>正在导出…</translation>
    </message>
    <message>
        <source>Reading the list…</source>
        <translation>正在读取名单…</translation>
    </message>
    <message numerus="yes">
        <source>%n certificate(s) written</source>
        <translation>
            <numerusform>已写好 %n 张证书</numerusform>
        </translation>
    </message>
    <message>
        <source>{0} of {1}</source>
        <translation>{0} / {1}</translation>
    </message>
    <message>
        <source>All valid ones</source>
        <translation>全部有效证书</translation>
    </message>
</context>
<context>
    <name>CertificateSide</name>
    <message>
        <source>Copy code</source>
        <translation>复制验证码</translation>
    </message>
    <message>
        <source>Copy number</source>
        <translation>复制编号</translation>
    </message>
    <message>
        <source>Revoke…</source>
        <translation>撤销…</translation>
    </message>
    <message>
        <source>Reissue…</source>
        <translation>重新签发…</translation>
    </message>
    <message>
        <source>Number</source>
        <translation>编号</translation>
    </message>
    <message>
        <source>Code</source>
        <translation>验证码</translation>
    </message>
    <message>
        <source>Region</source>
        <translation>赛区</translation>
    </message>
    <message>
        <source>Issued</source>
        <translation>签发时间</translation>
    </message>
    <message>
        <source>Replaces</source>
        <translation>替换</translation>
    </message>
    <message>
        <source>Replaced by</source>
        <translation>已换为</translation>
    </message>
    <message>
        <source>{0} by {1}</source>
        <translation>{1} {0}</translation>
    </message>
    <message>
        <source>{0}: {1}</source>
        <translation>{0}：{1}</translation>
    </message>
    <message>
        <source>History</source>
        <translation>经过</translation>
    </message>
    <message>
        <source>Certificate</source>
        <translation>证书</translation>
    </message>
</context>
<context>
    <name>CertificateWords</name>
    <message>
        <source>A file that was there before is unchanged. {0}</source>
        <translation>原有的文件没有改动。{0}</translation>
    </message>
    <message>
        <source>{1} finished certificates remain in the folder, each whole. {0}</source>
        <translation>已写好的 {1} 份证书留在文件夹里，每份都完整。{0}</translation>
    </message>
    <message>
        <source>There is no valid certificate among them</source>
        <translation>所选证书中没有有效的</translation>
    </message>
    <message>
        <source>Revoked ones are never written. Choose others.</source>
        <translation>已撤销的证书不会写成文件，请另选。</translation>
    </message>
    <message>
        <source>The template cannot be read</source>
        <translation>无法读取模板</translation>
    </message>
    <message>
        <source>Save certificate_template.svg as plain SVG again, or remove it to use ours.</source>
        <translation>请把 certificate_template.svg 重新存为普通 SVG，或移走它以使用自带模板。</translation>
    </message>
    <message>
        <source>The template is too large</source>
        <translation>模板太大</translation>
    </message>
    <message>
        <source>Use fewer shapes and smaller pictures in it, or remove it to use ours.</source>
        <translation>请减少图形、换用小一些的图片，或移走它以使用自带模板。</translation>
    </message>
    <message>
        <source>The template holds what may not be in it</source>
        <translation>模板里有不允许的内容</translation>
    </message>
    <message>
        <source>Take out {0}, or remove the template to use ours.</source>
        <translation>请去掉 {0}，或移走模板以使用自带模板。</translation>
    </message>
    <message>
        <source>The template lacks fields</source>
        <translation>模板缺少字段</translation>
    </message>
    <message>
        <source>Missing: {0}. Give these ids to rectangles on the page.</source>
        <translation>缺少：{0}。请在页面内画矩形，并以此作为 id。</translation>
    </message>
    <message>
        <source>The template is not A4, landscape</source>
        <translation>模板不是横向 A4</translation>
    </message>
    <message>
        <source>Set its page to 297 × 210 mm.</source>
        <translation>请把页面设为 297 × 210 毫米。</translation>
    </message>
    <message>
        <source>A text has no room on the certificate</source>
        <translation>证书上放不下一段文字</translation>
    </message>
    <message>
        <source>{0}: make the field “{1}” larger in the template.</source>
        <translation>{0}：请在模板里放大字段“{1}”。</translation>
    </message>
    <message>
        <source>No font on this computer has a letter of a certificate</source>
        <translation>本机没有字体能显示证书上的某个字</translation>
    </message>
    <message>
        <source>{0}: “{1}”. Install a font that has it, or write the others without it.</source>
        <translation>{0}：“{1}”。请安装含有这个字的字体，或不选这一份，先写其余的。</translation>
    </message>
    <message>
        <source>A folder has the name of the file</source>
        <translation>已有同名的文件夹</translation>
    </message>
    <message>
        <source>Choose another name or folder.</source>
        <translation>请换一个名称或文件夹。</translation>
    </message>
    <message>
        <source>The file is open in another program</source>
        <translation>文件正被其他程序打开</translation>
    </message>
    <message>
        <source>Close it there, or choose another place.</source>
        <translation>请先在那里关闭，或换一个位置。</translation>
    </message>
    <message>
        <source>The folder does not exist</source>
        <translation>文件夹不存在</translation>
    </message>
    <message>
        <source>Choose another folder.</source>
        <translation>请换一个文件夹。</translation>
    </message>
    <message>
        <source>Nothing may be written in this folder</source>
        <translation>这个文件夹不允许写入</translation>
    </message>
    <message>
        <source>The disk is full</source>
        <translation>磁盘已满</translation>
    </message>
    <message>
        <source>Make room, or choose another disk.</source>
        <translation>请腾出空间，或换一个磁盘。</translation>
    </message>
    <message>
        <source>Writing certificates was stopped</source>
        <translation>已停止写证书</translation>
    </message>
    <message>
        <source>Start again to write all of them.</source>
        <translation>再次开始即可写全部。</translation>
    </message>
    <message>
        <source>The certificates could not be written</source>
        <translation>证书没有写成</translation>
    </message>
    <message>
        <source>Choose another folder, then try again.</source>
        <translation>请换一个文件夹再试。</translation>
    </message>
</context>
<context>
    <name>CertificatesView</name>
    <message>
        <source>All</source>
        <translation>全部</translation>
    </message>
    <message>
        <source>State</source>
        <translation>状态</translation>
    </message>
    <message>
        <source>Search names, numbers, codes</source>
        <translation>搜索姓名、编号、验证码</translation>
    </message>
    <message>
        <source>Certificates</source>
        <translation>证书</translation>
    </message>
    <message>
        <source>{0} certificates loaded</source>
        <translation>已载入 {0} 张证书</translation>
    </message>
    <message>
        <source>{0} certificates</source>
        <translation>共 {0} 张证书</translation>
    </message>
    <message>
        <source>Show all certificates</source>
        <translation>显示全部证书</translation>
    </message>
    <message>
        <source>Names, numbers and codes were searched.</source>
        <translation>搜索了姓名、编号和验证码。</translation>
    </message>
    <message>
        <source>No certificate fits</source>
        <translation>没有符合的证书</translation>
    </message>
    <message>
        <source>None of this list is of your region.</source>
        <translation>这份名单里没有你所在赛区的证书。</translation>
    </message>
    <message>
        <source>No certificates</source>
        <translation>没有证书</translation>
    </message>
    <message>
        <source>revoke</source>
        <translation>撤销</translation>
    </message>
    <message>
        <source>reissue</source>
        <translation>重新签发</translation>
    </message>
    <message>
        <source>back to the list</source>
        <translation>回到名单</translation>
    </message>
</context>
<context>
    <name>ChangeList</name>
    <message>
        <source>(empty)</source>
        <translation>（空）</translation>
    </message>
    <message>
        <source>{0}: before {1}, now {2}</source>
        <translation>{0}：原为 {1}，现为 {2}</translation>
    </message>
</context>
<context>
    <name>ChartBox</name>
    <message>
        <source>First 10 by {0}</source>
        <translation>{0}前 10</translation>
    </message>
    <message>
        <source>solid: this week · hatched: the week before</source>
        <translation>实心：本周&#x3000;斜线：上周</translation>
    </message>
</context>
<context>
    <name>CommandPalette</name>
    <message>
        <source>Type a command</source>
        <translation>输入命令</translation>
    </message>
    <message>
        <source>Commands</source>
        <translation>命令</translation>
    </message>
</context>
<context>
    <name>CompareView</name>
    <message>
        <source>Next one</source>
        <translation>下一个</translation>
    </message>
    <message>
        <source>Back</source>
        <translation>返回</translation>
    </message>
    <message>
        <source>Side by side</source>
        <translation>并排查看</translation>
    </message>
    <message>
        <source>Similar {0} of {1}</source>
        <translation>相似组织 {0} / {1}</translation>
    </message>
    <message>
        <source>This registration</source>
        <translation>本申请</translation>
    </message>
    <message>
        <source>More about it is not on this computer.</source>
        <translation>本机没有它的更多资料。</translation>
    </message>
</context>
<context>
    <name>Conflict</name>
    <message>
        <source>The author took this work back before your decision arrived</source>
        <translation>作者在你的决定送达前撤回了这件作品</translation>
    </message>
    <message>
        <source>The author changed this work before your decision arrived</source>
        <translation>你的决定送达前，作者修改了这件作品</translation>
    </message>
    <message>
        <source>Your claim on this work had passed to somebody else</source>
        <translation>这件作品已转由他人领取</translation>
    </message>
    <message>
        <source>{0} approved this work at {1}</source>
        <translation>{0} 已在 {1} 通过这件作品</translation>
    </message>
    <message>
        <source>{0} rejected this work at {1}</source>
        <translation>{0} 已在 {1} 驳回这件作品</translation>
    </message>
    <message>
        <source>The applicant took this back before your decision arrived</source>
        <translation>你的决定到达之前，申请人已撤回</translation>
    </message>
    <message>
        <source>The applicant changed this before your decision arrived</source>
        <translation>你的决定到达之前，申请人已修改</translation>
    </message>
    <message>
        <source>This was decided before your decision arrived</source>
        <translation>你的决定到达之前，这份申请已有结果</translation>
    </message>
    <message>
        <source>{0} approved this application at {1}</source>
        <translation>{0} 已在 {1} 通过这份申请</translation>
    </message>
    <message>
        <source>{0} rejected this application at {1}</source>
        <translation>{0} 已在 {1} 驳回这份申请</translation>
    </message>
    <message>
        <source>Your answer is in the outbox.</source>
        <translation>你的答复已在发件箱，待同步。</translation>
    </message>
    <message>
        <source>Your decision and its reasons are kept.</source>
        <translation>你的决定和理由已保留。</translation>
    </message>
    <message>
        <source>You decided the same; nothing has to be done.</source>
        <translation>你们的决定一致，不需要再处理。</translation>
    </message>
    <message>
        <source>Your approval is kept; theirs was not overwritten.</source>
        <translation>你的通过已保留，没有覆盖对方结果。</translation>
    </message>
    <message>
        <source>Your rejection and its reasons are kept; theirs were not overwritten.</source>
        <translation>你的驳回和理由已保留，没有覆盖对方结果。</translation>
    </message>
    <message>
        <source>Mine</source>
        <translation>我的</translation>
    </message>
    <message>
        <source>Where</source>
        <translation>状态</translation>
    </message>
    <message>
        <source>Why</source>
        <translation>原因</translation>
    </message>
    <message>
        <source>Said</source>
        <translation>说明</translation>
    </message>
    <message>
        <source>Note</source>
        <translation>备注</translation>
    </message>
    <message>
        <source>Theirs</source>
        <translation>对方</translation>
    </message>
</context>
<context>
    <name>ConflictBox</name>
    <message>
        <source>Ask for a second look</source>
        <translation>申请复核</translation>
    </message>
    <message>
        <source>Accept the result</source>
        <translation>接受现行结果</translation>
    </message>
    <message>
        <source>Side by side</source>
        <translation>并排比较</translation>
    </message>
</context>
<context>
    <name>ConflictView</name>
    <message>
        <source>Ask for a second look, with my reasons</source>
        <translation>申请复核，附上我的理由</translation>
    </message>
    <message>
        <source>Accept the result in force</source>
        <translation>接受现行结果</translation>
    </message>
    <message>
        <source>Later</source>
        <translation>稍后处理</translation>
    </message>
    <message>
        <source>Your decision is kept; it has no effect.</source>
        <translation>你的决定已保留，不再生效。</translation>
    </message>
    <message>
        <source>Open it again to review the new version.</source>
        <translation>请重新打开，审核新版本。</translation>
    </message>
    <message>
        <source>Claim it again to review the new version.</source>
        <translation>重新领取后可以审新的版本。</translation>
    </message>
    <message>
        <source>Your decision is kept; a platform admin can look at it, or you leave it to the other.</source>
        <translation>你的决定已保留：可以请平台管理员复核，也可以交给对方决定。</translation>
    </message>
    <message>
        <source>You both decided the same; you can simply accept.</source>
        <translation>双方决定一致，直接接受即可。</translation>
    </message>
    <message>
        <source>Understood</source>
        <translation>知道了</translation>
    </message>
    <message>
        <source>Leave it to the other</source>
        <translation>交给对方决定</translation>
    </message>
</context>
<context>
    <name>ConflictsCard</name>
    <message>
        <source>Conflicts</source>
        <translation>冲突</translation>
    </message>
    <message>
        <source>What arrived first holds</source>
        <translation>先送达的决定生效</translation>
    </message>
    <message>
        <source>Second looks</source>
        <translation>复核请求</translation>
    </message>
    <message>
        <source>Previous conflict</source>
        <translation>上一条冲突</translation>
    </message>
    <message>
        <source>Next conflict</source>
        <translation>下一条冲突</translation>
    </message>
    <message numerus="yes">
        <source>%n open</source>
        <translation>
            <numerusform>%n 条</numerusform>
        </translation>
    </message>
    <message>
        <source>Take them up now</source>
        <translation>现在处理</translation>
    </message>
    <message numerus="yes">
        <source>%n conflict(s) left for later</source>
        <translation>
            <numerusform>%n 条冲突留待稍后</numerusform>
        </translation>
    </message>
    <message>
        <source>Your decisions are kept until you answer.</source>
        <translation>处理之前，你的决定一直保留。</translation>
    </message>
    <message numerus="yes">
        <source>%n answer(s) on the way</source>
        <translation>
            <numerusform>%n 条答复待送达</numerusform>
        </translation>
    </message>
    <message>
        <source>They are in the outbox with your decisions.</source>
        <translation>答复和决定一起在发件箱里。</translation>
    </message>
    <message>
        <source>When somebody decides before you, both decisions stand here side by side.</source>
        <translation>别人先于你作出决定时，双方的决定会并排列在这里。</translation>
    </message>
    <message>
        <source>No conflicts</source>
        <translation>没有冲突</translation>
    </message>
    <message>
        <source>The request is in the outbox; a platform admin decides.</source>
        <translation>复核申请已存入发件箱，由平台管理员处理。</translation>
    </message>
    <message>
        <source>Accepted; the answer is in the outbox.</source>
        <translation>已接受现行结果，答复已存入发件箱。</translation>
    </message>
    <message>
        <source>Settled.</source>
        <translation>已标为处理完毕。</translation>
    </message>
</context>
<context>
    <name>ContactBox</name>
    <message>
        <source>Show</source>
        <translation>显示</translation>
    </message>
    <message>
        <source>Shows contact and numbers for 20 s; the server notes who looked</source>
        <translation>显示联系人和号码 20 秒；服务器会记录谁看过</translation>
    </message>
    <message numerus="yes">
        <source>hidden in %n s</source>
        <translation>
            <numerusform>%n 秒后隐藏</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Counting</name>
    <message>
        <source>Choose a work: on the board of works, or behind a line (Enter).</source>
        <translation>请先选一件作品：在作品热榜里，或在一行上按 Enter 看到的作品里。</translation>
    </message>
    <message>
        <source>The weights are set.</source>
        <translation>热度权重已更新。</translation>
    </message>
    <message>
        <source>“{0}” is left out.</source>
        <translation>“{0}”不再计入榜单。</translation>
    </message>
    <message>
        <source>“{0}” counts again.</source>
        <translation>“{0}”恢复计入榜单。</translation>
    </message>
</context>
<context>
    <name>DecisionBar</name>
    <message>
        <source>Approve</source>
        <translation>通过</translation>
    </message>
    <message>
        <source>Reject…</source>
        <translation>驳回…</translation>
    </message>
    <message>
        <source>Skip</source>
        <translation>跳过</translation>
    </message>
    <message>
        <source>Mark</source>
        <translation>标记</translation>
    </message>
    <message>
        <source>Auto-advance</source>
        <translation>决定后播下一件</translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>撤销</translation>
    </message>
    <message>
        <source>Decision</source>
        <translation>审核决定</translation>
    </message>
    <message>
        <source>Nothing decided yet</source>
        <translation>还没有决定</translation>
    </message>
    <message>
        <source>Kept here first, then sent</source>
        <translation>决定先存本机，再发送</translation>
    </message>
    <message>
        <source>Takes the confirmed decision back; this is noted in the history</source>
        <translation>撤回服务器已确认的决定，会写入审核记录</translation>
    </message>
    <message>
        <source>Takes the decision out of the outbox</source>
        <translation>从发件箱取回这个决定</translation>
    </message>
    <message>
        <source>Auto-next</source>
        <translation>自动播下一件</translation>
    </message>
</context>
<context>
    <name>DemoForm</name>
    <message>
        <source>Sample data</source>
        <translation>示例数据</translation>
    </message>
    <message>
        <source>Choose whom to be. Everything stays on this computer, nothing is submitted.</source>
        <translation>选择以谁的身份试用。数据只在本机，不会提交。</translation>
    </message>
    <message>
        <source>Preparing the sample data…</source>
        <translation>正在准备示例数据…</translation>
    </message>
    <message>
        <source>Leave the sample data</source>
        <translation>退出示例数据</translation>
    </message>
    <message>
        <source>Signing in…</source>
        <translation>正在登录…</translation>
    </message>
</context>
<context>
    <name>Detail</name>
    <message>
        <source>Choose a work</source>
        <translation>选一件作品</translation>
    </message>
    <message>
        <source>Its facts, file check and history stand here.</source>
        <translation>这里显示作品资料、文件检查和审核记录。</translation>
    </message>
    <message>
        <source>Likes</source>
        <translation>赞/播放</translation>
    </message>
    <message>
        <source>Try again</source>
        <translation>重试</translation>
    </message>
    <message>
        <source>Claiming…</source>
        <translation>正在领取…</translation>
    </message>
    <message>
        <source>Open in the works tab</source>
        <translation>在作品审核中打开</translation>
    </message>
    <message>
        <source>Open and claim</source>
        <translation>打开并领取</translation>
    </message>
    <message>
        <source>Take over…</source>
        <translation>接管…</translation>
    </message>
    <message>
        <source>History</source>
        <translation>审核记录</translation>
    </message>
</context>
<context>
    <name>DetailsDialog</name>
    <message>
        <source>Details</source>
        <translation>详情</translation>
    </message>
    <message>
        <source>Copy details</source>
        <translation>复制详情</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>关闭</translation>
    </message>
</context>
<context>
    <name>DocumentView</name>
    <message>
        <source>Opening the document…</source>
        <translation>正在打开材料…</translation>
    </message>
    <message>
        <source>Document</source>
        <translation>材料</translation>
    </message>
    <message>
        <source>Smaller (-)</source>
        <translation>缩小（-）</translation>
    </message>
    <message>
        <source>Larger (+)</source>
        <translation>放大（+）</translation>
    </message>
    <message>
        <source>Fit the whole page (0)</source>
        <translation>适合整页（0）</translation>
    </message>
    <message>
        <source>Turn clockwise (T)</source>
        <translation>顺时针旋转（T）</translation>
    </message>
    <message>
        <source>Previous page (PgUp)</source>
        <translation>上一页（PgUp）</translation>
    </message>
    <message>
        <source>Next page (PgDn)</source>
        <translation>下一页（PgDn）</translation>
    </message>
    <message>
        <source>Whole window</source>
        <translation>铺满窗口</translation>
    </message>
    <message>
        <source>{0} %</source>
        <translation>{0}%</translation>
    </message>
    <message>
        <source>{0} / {1}</source>
        <translation>{0} / {1} 页</translation>
    </message>
    <message>
        <source>Page {0} of {1}</source>
        <translation>第 {0} 页，共 {1} 页</translation>
    </message>
    <message>
        <source>No document</source>
        <translation>没有材料</translation>
    </message>
</context>
<context>
    <name>DownloadList</name>
    <message>
        <source>Downloads</source>
        <translation>下载</translation>
    </message>
    <message>
        <source>Download again</source>
        <translation>重新下载</translation>
    </message>
</context>
<context>
    <name>Downloads</name>
    <message>
        <source>Damaged · again</source>
        <translation>损坏 · 重新下载</translation>
    </message>
    <message>
        <source>Failed · again</source>
        <translation>失败 · 重新下载</translation>
    </message>
    <message>
        <source>Paused</source>
        <translation>已暂停</translation>
    </message>
    <message>
        <source>No network</source>
        <translation>等待网络</translation>
    </message>
    <message>
        <source>Queued</source>
        <translation>排队</translation>
    </message>
</context>
<context>
    <name>DownloadsCard</name>
    <message>
        <source>Downloads</source>
        <translation>下载</translation>
    </message>
    <message>
        <source>{0} of {1} on this computer</source>
        <translation>{0} / {1} 件已缓存</translation>
    </message>
    <message>
        <source>All downloads are paused</source>
        <translation>已全部暂停</translation>
    </message>
    <message>
        <source>Goes on when the network is back</source>
        <translation>联网后继续</translation>
    </message>
    <message>
        <source>Slow network: decisions first, one video at a time</source>
        <translation>网络较慢：先发送决定，视频逐个下载</translation>
    </message>
    <message>
        <source>In the order of the queue</source>
        <translation>按队列顺序预取，先下当前批次</translation>
    </message>
    <message numerus="yes">
        <source>All %n video(s) are on this computer</source>
        <translation>
            <numerusform>%n 件已全部缓存</numerusform>
        </translation>
    </message>
    <message>
        <source>They can be reviewed without a network.</source>
        <translation>没有网络也可以审。</translation>
    </message>
    <message>
        <source>Videos of claimed works are fetched by themselves.</source>
        <translation>领取的作品会自动下载视频。</translation>
    </message>
    <message>
        <source>Nothing to download</source>
        <translation>没有要下载的视频</translation>
    </message>
</context>
<context>
    <name>EntriesView</name>
    <message>
        <source>Result</source>
        <translation>结果</translation>
    </message>
    <message>
        <source>Search names, numbers, regions</source>
        <translation>搜索姓名、编号、赛区</translation>
    </message>
    <message>
        <source>Lines of the list</source>
        <translation>名单各行</translation>
    </message>
    <message>
        <source>{0} chosen, {1} lines loaded</source>
        <translation>入选 {0}，已载入 {1} 行</translation>
    </message>
    <message>
        <source>{0} chosen, {1} lines</source>
        <translation>入选 {0}，共 {1} 行</translation>
    </message>
    <message numerus="yes">
        <source>%n changed by hand</source>
        <translation>
            <numerusform>手工改动 %n 行</numerusform>
        </translation>
    </message>
    <message>
        <source>Show all lines</source>
        <translation>显示全部</translation>
    </message>
    <message>
        <source>Names, numbers and regions were searched.</source>
        <translation>搜索了姓名、编号和赛区。</translation>
    </message>
    <message>
        <source>No line fits</source>
        <translation>没有符合的行</translation>
    </message>
    <message>
        <source>The boards of this week have nobody who fits the rule, or nobody of your region.</source>
        <translation>这一周的榜单上没有符合规则的，或者没有你所在赛区的。</translation>
    </message>
    <message>
        <source>No lines</source>
        <translation>没有内容</translation>
    </message>
    <message>
        <source>move</source>
        <translation>移动</translation>
    </message>
    <message>
        <source>put in or take out</source>
        <translation>入选或移出</translation>
    </message>
</context>
<context>
    <name>Evidence</name>
    <message>
        <source>Proof</source>
        <translation>证明材料</translation>
    </message>
    <message>
        <source>No proof was sent in</source>
        <translation>没有提交证明材料</translation>
    </message>
    <message>
        <source>Choose a registration</source>
        <translation>请选择一份申请</translation>
    </message>
    <message>
        <source>Try again</source>
        <translation>重试</translation>
    </message>
    <message>
        <source>It is tried again with the next sync as well.</source>
        <translation>下次同步时也会自动重试。</translation>
    </message>
    <message>
        <source>The file could not be downloaded</source>
        <translation>材料没有下载成功</translation>
    </message>
    <message>
        <source>{0} % are here</source>
        <translation>已下载 {0}%</translation>
    </message>
    <message>
        <source>It appears by itself.</source>
        <translation>下载完会自动显示。</translation>
    </message>
    <message>
        <source>The file is being downloaded</source>
        <translation>材料正在下载</translation>
    </message>
    <message>
        <source>It is downloaded when there is a network again.</source>
        <translation>恢复网络后会自动下载。</translation>
    </message>
    <message>
        <source>Offline, and the file is not on this computer</source>
        <translation>离线，这份材料不在本机</translation>
    </message>
</context>
<context>
    <name>ExportCommand</name>
    <message>
        <source>The desk is open with this profile: export there, close it, or use a profile of its own.</source>
        <translation>工作台正开着这个档案：请在工作台里导出，或先关闭它，或为定时任务另用一个档案（--profile）。</translation>
    </message>
    <message>
        <source>Nobody is remembered in this profile: start the desk with it and sign in, staying signed in.</source>
        <translation>这个档案里没有保持登录的人：请用它打开工作台，登录时勾选“在这台电脑上记住我 7 天”。</translation>
    </message>
    <message>
        <source>{0} has no boards: sign in as union staff.</source>
        <translation>“{0}”没有排行榜：请用工会工作人员账号登录。</translation>
    </message>
    <message>
        <source>No week is sealed yet, or none has reached this computer.</source>
        <translation>还没有封榜的周，或封榜还没有到达这台电脑。</translation>
    </message>
    <message>
        <source>Week {0} is not sealed. Seal it first, or write what it says now with --unsealed.</source>
        <translation>第 {0} 周还没有封榜。请先封榜；或加 --unsealed 按现在的数据写出。</translation>
    </message>
    <message>
        <source>Not all boards of week {0} are on this computer, and the server cannot be reached.</source>
        <translation>第 {0} 周的榜单没有全部在这台电脑上，也连不上服务器。</translation>
    </message>
    <message>
        <source>Nothing was written.</source>
        <translation>没有写出文件。</translation>
    </message>
    <message>
        <source>Written: {0}</source>
        <translation>已写出：{0}</translation>
    </message>
</context>
<context>
    <name>ExportPanel</name>
    <message>
        <source>Columns for movement and change</source>
        <translation>加入“较上周”与“环比”两列</translation>
    </message>
    <message>
        <source>Hide the middle of names</source>
        <translation>隐藏姓名中间字</translation>
    </message>
    <message>
        <source>Sheets</source>
        <translation>工作表</translation>
    </message>
    <message>
        <source>Preview</source>
        <translation>预览</translation>
    </message>
    <message>
        <source>Export to Excel…</source>
        <translation>导出 Excel…</translation>
    </message>
    <message>
        <source>Weekly bulletin…</source>
        <translation>生成周报…</translation>
    </message>
    <message>
        <source>Stop</source>
        <translation>停止</translation>
    </message>
    <message>
        <source>Excel workbook (*.xlsx)</source>
        <translation>Excel 工作簿 (*.xlsx)</translation>
    </message>
    <message>
        <source>PDF, and the picture beside it (*.pdf)</source>
        <translation>PDF 及同名长图 (*.pdf)</translation>
    </message>
    <message>
        <source>Exporting…</source>
        <translation>正在导出…</translation>
    </message>
    <message>
        <source>Painting…</source>
        <translation>正在生成…</translation>
    </message>
    <message>
        <source>Export</source>
        <translation>导出</translation>
    </message>
    <message>
        <source>Written: {0}</source>
        <translation>已写入：{0}</translation>
    </message>
    <message>
        <source>first {0} of {1} lines</source>
        <translation>前 {0} 行，共 {1} 行</translation>
    </message>
    <message>
        <source>all</source>
        <translation>全部</translation>
    </message>
    <message>
        <source>first {0}</source>
        <translation>前 {0} 名</translation>
    </message>
</context>
<context>
    <name>ExportWords</name>
    <message>
        <source>A file that was there before is unchanged. {0}</source>
        <translation>原有的文件没有改动。{0}</translation>
    </message>
    <message>
        <source>There is nothing to export</source>
        <translation>没有可导出的榜单</translation>
    </message>
    <message>
        <source>Choose a board that is on this computer, or try again with a network.</source>
        <translation>请选择本机已有的榜单，或联网后重试。</translation>
    </message>
    <message>
        <source>The boards do not belong together</source>
        <translation>榜单版本不一致</translation>
    </message>
    <message>
        <source>Some are of another seal. Refresh, then export again.</source>
        <translation>部分榜单来自另一次封榜。请刷新后再导出。</translation>
    </message>
    <message>
        <source>A board has more lines than a sheet holds</source>
        <translation>榜单行数超过工作表上限</translation>
    </message>
    <message>
        <source>Export the first ones instead of all.</source>
        <translation>请只导出前若干名。</translation>
    </message>
    <message>
        <source>The template cannot be read</source>
        <translation>模板无法读取</translation>
    </message>
    <message>
        <source>Save your letterhead as .xlsx again, or remove it to use ours.</source>
        <translation>请把模板另存为 .xlsx，或移走它以使用自带模板。</translation>
    </message>
    <message>
        <source>The template is too large</source>
        <translation>模板过大</translation>
    </message>
    <message>
        <source>Use smaller pictures in your letterhead, or remove it to use ours.</source>
        <translation>请缩小模板中的图片，或移走它以使用自带模板。</translation>
    </message>
    <message>
        <source>The template lacks named cells</source>
        <translation>模板缺少命名单元格</translation>
    </message>
    <message>
        <source>Missing: {0}. Name these cells in your letterhead.</source>
        <translation>缺少：{0}。请在模板中为这些单元格命名。</translation>
    </message>
    <message>
        <source>A folder has this name</source>
        <translation>已有同名文件夹</translation>
    </message>
    <message>
        <source>Choose another name.</source>
        <translation>请换一个名称。</translation>
    </message>
    <message>
        <source>The file is open in another program</source>
        <translation>文件正被其他程序打开</translation>
    </message>
    <message>
        <source>Close it there, or choose another name.</source>
        <translation>请先在那里关闭，或换一个名称。</translation>
    </message>
    <message>
        <source>The folder does not exist</source>
        <translation>文件夹不存在</translation>
    </message>
    <message>
        <source>Choose another folder.</source>
        <translation>请选择其他文件夹。</translation>
    </message>
    <message>
        <source>Nothing may be written in this folder</source>
        <translation>此文件夹不能写入</translation>
    </message>
    <message>
        <source>The disk is full</source>
        <translation>磁盘已满</translation>
    </message>
    <message>
        <source>Make room, or choose another disk.</source>
        <translation>请清理空间，或换一个磁盘。</translation>
    </message>
    <message>
        <source>The export was stopped</source>
        <translation>导出已停止</translation>
    </message>
    <message>
        <source>Nothing was written.</source>
        <translation>没有写入任何文件。</translation>
    </message>
    <message>
        <source>The file could not be written</source>
        <translation>文件没能写入</translation>
    </message>
    <message>
        <source>Choose another folder, then try again.</source>
        <translation>请换一个文件夹再试。</translation>
    </message>
</context>
<context>
    <name>FieldRow</name>
    <message>
        <source>Changed</source>
        <translation>已修改</translation>
    </message>
    <message>
        <source>Before: {0}</source>
        <translation>原为：{0}</translation>
    </message>
</context>
<context>
    <name>FileChecks</name>
    <message>
        <source>File check</source>
        <translation>文件检查</translation>
    </message>
    <message>
        <source>Advice only; people decide</source>
        <translation>仅供参考，以人工判断为准</translation>
    </message>
    <message>
        <source>For people to judge: Mandarin · picture · theme</source>
        <translation>请人工判断：普通话与口齿、画面、主题</translation>
    </message>
</context>
<context>
    <name>FilterPopup</name>
    <message>
        <source>Sent first</source>
        <translation>先提交的在前</translation>
    </message>
    <message>
        <source>Sent last</source>
        <translation>后提交的在前</translation>
    </message>
    <message>
        <source>Shortest</source>
        <translation>时长由短到长</translation>
    </message>
    <message>
        <source>Longest</source>
        <translation>时长由长到短</translation>
    </message>
    <message>
        <source>Claim ends first</source>
        <translation>先到期的在前</translation>
    </message>
    <message>
        <source>Filter and order</source>
        <translation>筛选与排序</translation>
    </message>
    <message>
        <source>All regions</source>
        <translation>全部赛区</translation>
    </message>
    <message>
        <source>All themes</source>
        <translation>全部主题</translation>
    </message>
    <message>
        <source>Clear filters</source>
        <translation>清除筛选</translation>
    </message>
    <message>
        <source>Region</source>
        <translation>赛区</translation>
    </message>
    <message>
        <source>Theme</source>
        <translation>主题</translation>
    </message>
    <message>
        <source>State</source>
        <translation>状态</translation>
    </message>
    <message>
        <source>Order</source>
        <translation>排序</translation>
    </message>
</context>
<context>
    <name>Filters</name>
    <message>
        <source>Search title, number, whole name of the author</source>
        <translation>搜索标题、编号、作者全名</translation>
    </message>
    <message>
        <source>All</source>
        <translation>全部</translation>
    </message>
    <message>
        <source>State</source>
        <translation>状态</translation>
    </message>
    <message>
        <source>All regions</source>
        <translation>全部赛区</translation>
    </message>
    <message>
        <source>Region</source>
        <translation>赛区</translation>
    </message>
    <message>
        <source>All themes</source>
        <translation>全部主题</translation>
    </message>
    <message>
        <source>Theme</source>
        <translation>主题</translation>
    </message>
    <message>
        <source>Order</source>
        <translation>排序</translation>
    </message>
    <message>
        <source>Newest first</source>
        <translation>最新提交</translation>
    </message>
    <message>
        <source>Oldest first</source>
        <translation>最早提交</translation>
    </message>
</context>
<context>
    <name>Inspector</name>
    <message>
        <source>Review</source>
        <translation>审核</translation>
    </message>
    <message>
        <source>Fold the inspector</source>
        <translation>收起检视栏</translation>
    </message>
    <message>
        <source>Decisions</source>
        <translation>审核决定</translation>
    </message>
    <message>
        <source>About the work</source>
        <translation>作品资料</translation>
    </message>
    <message>
        <source>History</source>
        <translation>审核记录</translation>
    </message>
    <message>
        <source>File check {0}</source>
        <translation>文件检查 {0}</translation>
    </message>
    <message>
        <source>{0} ({1})</source>
        <translation>{0}（{1}赛区）</translation>
    </message>
    <message>
        <source>Organization</source>
        <translation>组织</translation>
    </message>
    <message>
        <source>Theme</source>
        <translation>主题</translation>
    </message>
    <message>
        <source>Sent</source>
        <translation>提交</translation>
    </message>
    <message>
        <source>File</source>
        <translation>文件</translation>
    </message>
    <message>
        <source>About</source>
        <translation>简介</translation>
    </message>
    <message>
        <source>Submission {0}</source>
        <translation>第 {0} 次提交</translation>
    </message>
    <message>
        <source>Author</source>
        <translation>作者</translation>
    </message>
</context>
<context>
    <name>KeyOverlay</name>
    <message>
        <source>Close</source>
        <translation>关闭</translation>
    </message>
    <message>
        <source>Keys</source>
        <translation>快捷键</translation>
    </message>
</context>
<context>
    <name>KindForm</name>
    <message>
        <source>Lists may be proposed</source>
        <translation>可以拟定名单</translation>
    </message>
    <message>
        <source>Save as the next version</source>
        <translation>保存为新版本</translation>
    </message>
    <message>
        <source>Saving…</source>
        <translation>正在保存…</translation>
    </message>
    <message>
        <source>Any sealed week</source>
        <translation>任意已封榜的周</translation>
    </message>
    <message>
        <source>Code (letters, digits, dashes; stays)</source>
        <translation>代码（字母、数字、短横，定后不改）</translation>
    </message>
    <message>
        <source>Name on lists and certificates</source>
        <translation>名称（印在名单和证书上）</translation>
    </message>
    <message>
        <source>Who or what is honoured</source>
        <translation>表彰对象</translation>
    </message>
    <message>
        <source>What counts</source>
        <translation>统计范围</translation>
    </message>
    <message>
        <source>By</source>
        <translation>排序依据</translation>
    </message>
    <message>
        <source>Drawn from</source>
        <translation>产生自</translation>
    </message>
    <message>
        <source>Places</source>
        <translation>名额</translation>
    </message>
    <message>
        <source>Of a region at most (0: any)</source>
        <translation>每赛区上限（0 不限）</translation>
    </message>
    <message>
        <source>Published works at least</source>
        <translation>作品最少件数</translation>
    </message>
    <message>
        <source>Reserves</source>
        <translation>候补</translation>
    </message>
    <message>
        <source>Why it is set so; stands in the audit</source>
        <translation>理由（记入审计）</translation>
    </message>
    <message>
        <source>Rule of the kind</source>
        <translation>奖项规则</translation>
    </message>
</context>
<context>
    <name>KindsView</name>
    <message>
        <source>Back</source>
        <translation>返回</translation>
    </message>
    <message>
        <source>New kind…</source>
        <translation>新建类别…</translation>
    </message>
    <message>
        <source>Kinds of awards</source>
        <translation>奖项类别</translation>
    </message>
    <message>
        <source>Versions of the rule</source>
        <translation>规则的各个版本</translation>
    </message>
    <message>
        <source>No awards yet</source>
        <translation>还没有奖项</translation>
    </message>
    <message>
        <source>Set the first kind at the right.</source>
        <translation>请在右边设第一个奖项。</translation>
    </message>
    <message>
        <source>set at the beginning</source>
        <translation>活动开始时设定</translation>
    </message>
    <message>
        <source>the system</source>
        <translation>系统</translation>
    </message>
    <message>
        <source>Version {0} is in force</source>
        <translation>第 {0} 版已生效</translation>
    </message>
    <message>
        <source>For lists proposed from now on; those there are keep theirs.</source>
        <translation>今后拟定的名单按新版；已有的名单仍按原来的版本。</translation>
    </message>
    <message>
        <source>{0} has set version {1} meanwhile, at {2}</source>
        <translation>{0} 于 {2} 设了第 {1} 版</translation>
    </message>
    <message>
        <source>It stands below the table; your form is kept. Compare both, then save again or choose the kind.</source>
        <translation>新版在左下方，你填写的内容还在。比较之后可以再保存，或重新选这个奖项。</translation>
    </message>
    <message>
        <source>Award</source>
        <translation>奖项</translation>
    </message>
    <message>
        <source>Kind code</source>
        <translation>代码</translation>
    </message>
    <message>
        <source>Rule</source>
        <translation>规则</translation>
    </message>
    <message>
        <source>Drawn from</source>
        <translation>产生自</translation>
    </message>
    <message>
        <source>Version</source>
        <translation>版本</translation>
    </message>
    <message>
        <source>State</source>
        <translation>状态</translation>
    </message>
    <message>
        <source>Why</source>
        <translation>理由</translation>
    </message>
    <message>
        <source>Set by</source>
        <translation>设定人</translation>
    </message>
    <message>
        <source>When</source>
        <translation>时间</translation>
    </message>
    <message>
        <source>Versions</source>
        <translation>历次版本</translation>
    </message>
</context>
<context>
    <name>LastDecision</name>
    <message>
        <source>Decided here · not sent yet</source>
        <translation>本机已决定 · 待同步</translation>
    </message>
    <message>
        <source>Decided here · being sent</source>
        <translation>本机已决定 · 正在发送</translation>
    </message>
    <message>
        <source>Decided here · will be sent again</source>
        <translation>本机已决定 · 将重试</translation>
    </message>
    <message>
        <source>Decided here · set aside, see the sync centre</source>
        <translation>本机已决定 · 已搁置，见同步中心</translation>
    </message>
    <message>
        <source>Conflict · your decision is kept</source>
        <translation>冲突 · 你的决定已保留</translation>
    </message>
    <message>
        <source>The server did not accept it · kept in the sync centre</source>
        <translation>服务器未接受 · 已保留在同步中心</translation>
    </message>
    <message>
        <source>To be sent</source>
        <translation>待同步</translation>
    </message>
    <message>
        <source>Being sent</source>
        <translation>正在发送</translation>
    </message>
    <message>
        <source>Will be sent again</source>
        <translation>将重试</translation>
    </message>
    <message>
        <source>Set aside</source>
        <translation>已搁置</translation>
    </message>
    <message>
        <source>Delivered</source>
        <translation>已送达</translation>
    </message>
    <message>
        <source>Conflict</source>
        <translation>冲突</translation>
    </message>
    <message>
        <source>Not accepted</source>
        <translation>未接受</translation>
    </message>
    <message>
        <source>Approved</source>
        <translation>已通过</translation>
    </message>
    <message>
        <source>Approve</source>
        <translation>通过</translation>
    </message>
    <message>
        <source>Rejected</source>
        <translation>已驳回</translation>
    </message>
    <message>
        <source>Reject</source>
        <translation>驳回</translation>
    </message>
    <message>
        <source>{0} “{1}”</source>
        <translation>{0}《{1}》</translation>
    </message>
    <message>
        <source>Confirmed by the server</source>
        <translation>服务器已确认</translation>
    </message>
</context>
<context>
    <name>LeaveOutDialog</name>
    <message>
        <source>Live boards change at once. Sealed weeks stay as they are, unless they are corrected.</source>
        <translation>实时榜单马上改变；已封榜的周不变，除非更正。</translation>
    </message>
    <message>
        <source>Leave “{0}” out of the boards?</source>
        <translation>“{0}”不计入榜单？</translation>
    </message>
    <message>
        <source>Count “{0}” again?</source>
        <translation>“{0}”恢复计入榜单？</translation>
    </message>
    <message>
        <source>Leave it out</source>
        <translation>不计入</translation>
    </message>
    <message>
        <source>Count it again</source>
        <translation>恢复计入</translation>
    </message>
    <message>
        <source>Why; printed with each board that is sealed from now on</source>
        <translation>理由，会印在此后封存的榜单说明里</translation>
    </message>
    <message>
        <source>Why</source>
        <translation>理由</translation>
    </message>
</context>
<context>
    <name>LeftOutView</name>
    <message>
        <source>Back</source>
        <translation>返回</translation>
    </message>
    <message>
        <source>Count it again…</source>
        <translation>恢复计入…</translation>
    </message>
    <message>
        <source>Number</source>
        <translation>编号</translation>
    </message>
    <message>
        <source>Work</source>
        <translation>作品</translation>
    </message>
    <message>
        <source>Region</source>
        <translation>赛区</translation>
    </message>
    <message>
        <source>Reason</source>
        <translation>理由</translation>
    </message>
    <message>
        <source>By</source>
        <translation>操作人</translation>
    </message>
    <message>
        <source>When</source>
        <translation>时间</translation>
    </message>
    <message>
        <source>State</source>
        <translation>状态</translation>
    </message>
    <message>
        <source>Works left out</source>
        <translation>不计作品</translation>
    </message>
    <message>
        <source>{0} now, {1} before</source>
        <translation>现有 {0} 件，曾有 {1} 件</translation>
    </message>
    <message>
        <source>On the board of works, Delete leaves a work out; it is never deleted.</source>
        <translation>在作品热榜里选中一件作品按 Del，可以不计入榜单；作品本身不会删除。</translation>
    </message>
    <message>
        <source>No work is left out</source>
        <translation>没有不计入榜单的作品</translation>
    </message>
    <message>
        <source>Works left out are asked of the server each time.</source>
        <translation>不计作品每次都向服务器查询。</translation>
    </message>
    <message>
        <source>Counts again since {0}</source>
        <translation>{0} 恢复计入</translation>
    </message>
    <message>
        <source>Left out</source>
        <translation>不计入</translation>
    </message>
</context>
<context>
    <name>ListActs</name>
    <message>
        <source>{0}. The rule binds changes by hand too; the reason stands in the list for good.</source>
        <translation>{0}。手工调整也要遵守规则，理由会永久留在名单里。</translation>
    </message>
    <message>
        <source>Put {0} in?</source>
        <translation>让 {0} 入选？</translation>
    </message>
    <message>
        <source>Take {0} out?</source>
        <translation>移出 {0}？</translation>
    </message>
    <message>
        <source>Put in</source>
        <translation>入选</translation>
    </message>
    <message>
        <source>Why it is put in</source>
        <translation>入选的理由</translation>
    </message>
    <message>
        <source>Take out</source>
        <translation>移出</translation>
    </message>
    <message>
        <source>Why it is taken out</source>
        <translation>移出的理由</translation>
    </message>
    <message>
        <source>{0}, {1} chosen. Somebody who has not worked on it then confirms it.</source>
        <translation>{0}，入选 {1}。提交后由没有经手的另一个人确认。</translation>
    </message>
    <message>
        <source>Submit this list?</source>
        <translation>提交这份名单？</translation>
    </message>
    <message>
        <source>Submit</source>
        <translation>提交</translation>
    </message>
    <message>
        <source>{0}. It stays on record; a new list may then be proposed.</source>
        <translation>{0}。撤回后记录保留，可以重新拟定。</translation>
    </message>
    <message>
        <source>Withdraw this list?</source>
        <translation>撤回这份名单？</translation>
    </message>
    <message>
        <source>Withdraw</source>
        <translation>撤回名单</translation>
    </message>
    <message>
        <source>Why it is withdrawn</source>
        <translation>撤回的理由</translation>
    </message>
    <message>
        <source>{0}. {1} certificates are issued at once. A confirmed list never changes; a certificate can be revoked and reissued.</source>
        <translation>{0}。确认后立即签发 {1} 张证书。确认的名单不再改动；证书可以撤销和重新签发。</translation>
    </message>
    <message>
        <source>Confirm this list?</source>
        <translation>确认这份名单？</translation>
    </message>
    <message>
        <source>Confirm and issue</source>
        <translation>确认并签发</translation>
    </message>
</context>
<context>
    <name>ListCenter</name>
    <message>
        <source>What is shown of the list</source>
        <translation>显示名单或证书</translation>
    </message>
    <message>
        <source>Refresh</source>
        <translation>刷新</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>关闭</translation>
    </message>
    <message>
        <source>List</source>
        <translation>名单</translation>
    </message>
    <message>
        <source>Certificates</source>
        <translation>证书</translation>
    </message>
    <message>
        <source>No list is chosen</source>
        <translation>没有选中名单</translation>
    </message>
    <message>
        <source>Its lines, and who did what, stand here.</source>
        <translation>选一份名单，这里显示各行和经过。</translation>
    </message>
</context>
<context>
    <name>ListSide</name>
    <message>
        <source>Changes by hand</source>
        <translation>手工改动</translation>
    </message>
    <message>
        <source>Submit…</source>
        <translation>提交…</translation>
    </message>
    <message>
        <source>Confirm and issue…</source>
        <translation>确认并签发…</translation>
    </message>
    <message>
        <source>Withdraw…</source>
        <translation>撤回…</translation>
    </message>
    <message>
        <source>{0}, revision {1}, digest {2}…</source>
        <translation>{0}，第 {1} 版，摘要 {2}…</translation>
    </message>
    <message>
        <source>{0} by {1}</source>
        <translation>{1} {0}</translation>
    </message>
    <message>
        <source>As things stand this line cannot be honoured. Take it out before the list goes on.</source>
        <translation>目前不能表彰（已停用或已下架）。提交或确认之前请移出。</translation>
    </message>
    <message>
        <source>As things stand this line cannot be honoured.</source>
        <translation>目前不能表彰（已停用或已下架）。</translation>
    </message>
    <message>
        <source>Put in by {0}: {1}</source>
        <translation>{0} 加入：{1}</translation>
    </message>
    <message>
        <source>Taken out by {0}: {1}</source>
        <translation>{0} 移出：{1}</translation>
    </message>
    <message>
        <source>Take out…</source>
        <translation>移出…</translation>
    </message>
    <message>
        <source>Put in…</source>
        <translation>入选…</translation>
    </message>
    <message>
        <source>Look through the lines, then submit the list for somebody else to confirm.</source>
        <translation>逐行看过之后提交，由另一个人确认。</translation>
    </message>
    <message>
        <source>To be confirmed by somebody who neither proposed, submitted nor changed it.</source>
        <translation>等没有拟定、提交或最后改动过它的人确认。</translation>
    </message>
    <message numerus="yes">
        <source>%n certificate(s) were issued with it.</source>
        <translation>
            <numerusform>随名单签发了 %n 张证书。</numerusform>
        </translation>
    </message>
    <message>
        <source>Withdrawn: {0}</source>
        <translation>已撤回：{0}</translation>
    </message>
    <message>
        <source>Your region&apos;s part of the list. The national union decides on it.</source>
        <translation>这是名单里你所在赛区的部分，由全国总工会办理。</translation>
    </message>
    <message>
        <source>Week</source>
        <translation>周次</translation>
    </message>
    <message>
        <source>Chosen</source>
        <translation>入选</translation>
    </message>
    <message>
        <source>Rule</source>
        <translation>规则</translation>
    </message>
    <message>
        <source>version {0}</source>
        <translation>第 {0} 版</translation>
    </message>
    <message>
        <source>Place</source>
        <translation>名次</translation>
    </message>
    <message>
        <source>Number</source>
        <translation>编号</translation>
    </message>
    <message>
        <source>Holder</source>
        <translation>获奖者</translation>
    </message>
    <message>
        <source>Region</source>
        <translation>赛区</translation>
    </message>
    <message>
        <source>Works</source>
        <translation>作品</translation>
    </message>
    <message>
        <source>This list</source>
        <translation>这份名单</translation>
    </message>
    <message>
        <source>Drawn from</source>
        <translation>产生自</translation>
    </message>
    <message>
        <source>Done to it</source>
        <translation>经过</translation>
    </message>
    <message>
        <source>List and line</source>
        <translation>名单与选中行</translation>
    </message>
</context>
<context>
    <name>ListsPanel</name>
    <message>
        <source>Propose a list…</source>
        <translation>拟定名单…</translation>
    </message>
    <message>
        <source>Kinds</source>
        <translation>类别</translation>
    </message>
    <message>
        <source>Award</source>
        <translation>奖项</translation>
    </message>
    <message>
        <source>State</source>
        <translation>状态</translation>
    </message>
    <message>
        <source>Any state</source>
        <translation>全部状态</translation>
    </message>
    <message>
        <source>Award lists</source>
        <translation>名单</translation>
    </message>
    <message>
        <source>Find a certificate by its number</source>
        <translation>按编号找证书</translation>
    </message>
    <message>
        <source>No lists here</source>
        <translation>这里没有名单</translation>
    </message>
    <message>
        <source>They are read from the server.</source>
        <translation>名单要联网从服务器读取。</translation>
    </message>
    <message>
        <source>Any award</source>
        <translation>全部奖项</translation>
    </message>
    <message>
        <source>Show all lists</source>
        <translation>显示全部名单</translation>
    </message>
    <message>
        <source>No list fits</source>
        <translation>没有符合的名单</translation>
    </message>
    <message>
        <source>Choose another award or state.</source>
        <translation>请换一个奖项或状态。</translation>
    </message>
    <message>
        <source>A platform administrator sets awards and their rules first.</source>
        <translation>请平台管理员先设奖项和规则。</translation>
    </message>
    <message>
        <source>No awards yet</source>
        <translation>还没有奖项</translation>
    </message>
    <message>
        <source>Lists are drawn from sealed weeks. Seal a week in the tab Boards first.</source>
        <translation>名单从已封榜的周产生。请先到“排行榜”封榜。</translation>
    </message>
    <message>
        <source>No week is sealed yet</source>
        <translation>还没有封榜的周</translation>
    </message>
    <message>
        <source>A list is drawn from a sealed week by the rule of the award, then confirmed by two people.</source>
        <translation>名单按奖项规则从已封榜的周产生，由两个人先后办理：一人提交，另一人确认。</translation>
    </message>
    <message>
        <source>No lists yet</source>
        <translation>还没有名单</translation>
    </message>
    <message>
        <source>Awards</source>
        <translation>奖项</translation>
    </message>
</context>
<context>
    <name>LooksView</name>
    <message>
        <source>Work</source>
        <translation>作品</translation>
    </message>
    <message>
        <source>Requested</source>
        <translation>申请时间</translation>
    </message>
    <message>
        <source>Requests for a second look</source>
        <translation>复核请求</translation>
    </message>
    <message>
        <source>Objection</source>
        <translation>复核理由</translation>
    </message>
    <message>
        <source>Open the work</source>
        <translation>打开作品</translation>
    </message>
    <message>
        <source>Mark as settled</source>
        <translation>标为已处理</translation>
    </message>
    <message>
        <source>No requests</source>
        <translation>没有复核请求</translation>
    </message>
    <message>
        <source>When reviewers disagree about a work, it comes here.</source>
        <translation>审核员对同一作品意见不一时，会出现在这里。</translation>
    </message>
    <message>
        <source>Being settled…</source>
        <translation>正在提交…</translation>
    </message>
    <message>
        <source>No text; two reviewers decided differently.</source>
        <translation>没有附文字：两位审核员的决定不同。</translation>
    </message>
</context>
<context>
    <name>MainWindow</name>
    <message>
        <source>Yunjiangshu Desk</source>
        <translation>云讲述工作台</translation>
    </message>
    <message numerus="yes">
        <source>%n decision(s) have not reached the server yet</source>
        <translation>
            <numerusform>还有 %n 个决定没有送达</numerusform>
        </translation>
    </message>
    <message>
        <source>They stay in the outbox on this computer and are sent after the next sign-in.</source>
        <translation>它们留在本机的发件箱里，下次登录后继续发送。</translation>
    </message>
    <message>
        <source>Quit anyway</source>
        <translation>仍然退出</translation>
    </message>
    <message>
        <source>Leave anyway</source>
        <translation>仍然离开</translation>
    </message>
    <message>
        <source>Stay</source>
        <translation>留下</translation>
    </message>
    <message numerus="yes">
        <source>Works, %n to review</source>
        <translation>
            <numerusform>作品审核，%n 件待审</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Members, %n to review</source>
        <translation>
            <numerusform>成员审核，%n 条待审</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Organizations, %n to review</source>
        <translation>
            <numerusform>组织审核，%n 件待审</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Sync centre, %n entries</source>
        <translation>
            <numerusform>同步中心，%n 条待处理</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>MemberDetail</name>
    <message>
        <source>Choose an application</source>
        <translation>请选择一条申请</translation>
    </message>
    <message>
        <source>Its reason and history stand here.</source>
        <translation>申请理由和审核记录显示在这里。</translation>
    </message>
    <message>
        <source>Application</source>
        <translation>申请详情</translation>
    </message>
    <message>
        <source>(none given)</source>
        <translation>（未填写）</translation>
    </message>
    <message>
        <source>Applied to</source>
        <translation>申请组织</translation>
    </message>
    <message>
        <source>Applied</source>
        <translation>申请时间</translation>
    </message>
    <message>
        <source>Staff no.</source>
        <translation>工号</translation>
    </message>
    <message>
        <source>Round</source>
        <translation>轮次</translation>
    </message>
    <message>
        <source>Stands in the member list with this phone</source>
        <translation>手机号在本单位会员名册中</translation>
    </message>
    <message numerus="yes">
        <source>Belongs to %n other organization(s)</source>
        <translation>
            <numerusform>已加入其他 %n 个组织</numerusform>
        </translation>
    </message>
    <message>
        <source>Belongs to no other organization</source>
        <translation>未加入其他组织</translation>
    </message>
    <message numerus="yes">
        <source>%n other(s) of this name, compare</source>
        <translation>
            <numerusform>同名会员 %n 人，请核对班组</numerusform>
        </translation>
    </message>
    <message>
        <source>Not in the member list, or none was imported</source>
        <translation>不在会员名册中，或尚未导入名册</translation>
    </message>
    <message>
        <source>Reason for joining</source>
        <translation>申请理由</translation>
    </message>
    <message>
        <source>To check</source>
        <translation>核对提示</translation>
    </message>
    <message>
        <source>History</source>
        <translation>审核记录</translation>
    </message>
    <message>
        <source>Approve</source>
        <translation>通过</translation>
    </message>
    <message>
        <source>Reject…</source>
        <translation>驳回…</translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>撤销</translation>
    </message>
</context>
<context>
    <name>MemberFilters</name>
    <message>
        <source>State</source>
        <translation>状态</translation>
    </message>
    <message>
        <source>Search applicant, initials, organization, reason</source>
        <translation>搜索申请人、拼音首字母、组织、理由</translation>
    </message>
    <message>
        <source>Applied</source>
        <translation>申请时间</translation>
    </message>
    <message>
        <source>Order</source>
        <translation>排序</translation>
    </message>
    <message>
        <source>Applied: any time</source>
        <translation>申请时间：不限</translation>
    </message>
    <message>
        <source>Applied: today</source>
        <translation>申请时间：近 1 天</translation>
    </message>
    <message>
        <source>Applied: 7 days</source>
        <translation>申请时间：近 7 天</translation>
    </message>
    <message>
        <source>Applied: 30 days</source>
        <translation>申请时间：近 30 天</translation>
    </message>
    <message>
        <source>Newest first</source>
        <translation>最新提交</translation>
    </message>
    <message>
        <source>Oldest first</source>
        <translation>最早提交</translation>
    </message>
    <message>
        <source>By name</source>
        <translation>按姓名</translation>
    </message>
    <message>
        <source>All</source>
        <translation>全部</translation>
    </message>
    <message>
        <source>To review</source>
        <translation>待审核</translation>
    </message>
    <message>
        <source>Approved</source>
        <translation>已通过</translation>
    </message>
    <message>
        <source>Rejected</source>
        <translation>已驳回</translation>
    </message>
</context>
<context>
    <name>MemberRows</name>
    <message>
        <source>To review</source>
        <translation>待审核</translation>
    </message>
    <message>
        <source>Approved</source>
        <translation>已通过</translation>
    </message>
    <message>
        <source>Rejected</source>
        <translation>已驳回</translation>
    </message>
    <message>
        <source>Withdrawn</source>
        <translation>已撤回</translation>
    </message>
    <message>
        <source>Has left</source>
        <translation>已退出</translation>
    </message>
    <message>
        <source>Approve</source>
        <translation>通过</translation>
    </message>
    <message>
        <source>Reject…</source>
        <translation>驳回…</translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>撤销</translation>
    </message>
    <message>
        <source>See the conflict</source>
        <translation>查看冲突</translation>
    </message>
    <message>
        <source>Details</source>
        <translation>详情</translation>
    </message>
    <message>
        <source>No.</source>
        <translation>序号</translation>
    </message>
    <message>
        <source>Applicant</source>
        <translation>申请人</translation>
    </message>
    <message>
        <source>Organization applied to</source>
        <translation>申请的组织</translation>
    </message>
    <message>
        <source>Applied</source>
        <translation>申请时间</translation>
    </message>
    <message>
        <source>Reason for joining</source>
        <translation>申请理由</translation>
    </message>
    <message>
        <source>State</source>
        <translation>审核状态</translation>
    </message>
    <message>
        <source>Actions</source>
        <translation>操作</translation>
    </message>
    <message>
        <source>Conflict</source>
        <translation>冲突</translation>
    </message>
    <message>
        <source>To be sent</source>
        <translation>待同步</translation>
    </message>
    <message>
        <source>(none given)</source>
        <translation>（未填写）</translation>
    </message>
</context>
<context>
    <name>Members</name>
    <message>
        <source>{0} {1}</source>
        <translation>{0}{1}</translation>
    </message>
    <message>
        <source>{0} {1} people</source>
        <translation>{0} {1} 人</translation>
    </message>
    <message>
        <source>{0} to be sent</source>
        <translation>待同步 {0} 条</translation>
    </message>
    <message>
        <source>{0} confirmed</source>
        <translation>服务器已确认 {0} 条</translation>
    </message>
    <message>
        <source>{0} not applied: {1}</source>
        <translation>未生效 {0} 条：{1}</translation>
    </message>
    <message>
        <source>It could not be shown.</source>
        <translation>没能显示。</translation>
    </message>
</context>
<context>
    <name>MembersPage</name>
    <message>
        <source>Applications to join</source>
        <translation>加入申请</translation>
    </message>
    <message>
        <source>Members</source>
        <translation>成员审核</translation>
    </message>
    <message>
        <source>Select all to review</source>
        <translation>全选待审核</translation>
    </message>
    <message>
        <source>Clear filters</source>
        <translation>清除筛选</translation>
    </message>
    <message>
        <source>Import a member list…</source>
        <translation>导入成员名单…</translation>
    </message>
    <message>
        <source>{0} in all, {1} loaded</source>
        <translation>共 {0} 条，已加载 {1} 条</translation>
    </message>
    <message>
        <source>Workers who apply to join your organization appear here after the next sync.</source>
        <translation>职工申请加入本组织后，下次同步时会出现在这里。</translation>
    </message>
    <message>
        <source>No applications yet</source>
        <translation>还没有申请</translation>
    </message>
    <message>
        <source>Names, initials, organization and reason were searched.</source>
        <translation>已搜索姓名、拼音首字母、组织和理由。</translation>
    </message>
    <message>
        <source>No application fits</source>
        <translation>没有符合条件的申请</translation>
    </message>
    <message>
        <source>Import a list…</source>
        <translation>导入名单…</translation>
    </message>
    <message>
        <source>Refresh</source>
        <translation>刷新</translation>
    </message>
    <message>
        <source>Member review</source>
        <translation>成员审核</translation>
    </message>
    <message>
        <source>move</source>
        <translation>上下移动</translation>
    </message>
    <message>
        <source>select</source>
        <translation>勾选</translation>
    </message>
    <message>
        <source>approve</source>
        <translation>通过</translation>
    </message>
    <message>
        <source>reject</source>
        <translation>驳回</translation>
    </message>
</context>
<context>
    <name>MembersReview</name>
    <message numerus="yes">
        <source>Approve %n application(s)?</source>
        <translation>
            <numerusform>通过 %n 条申请？</numerusform>
        </translation>
    </message>
    <message>
        <source>They get an SMS after the undo time. It can be undone with Z.</source>
        <translation>撤销期过后会发短信告知申请人。可以按 Z 撤销。</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>取消</translation>
    </message>
    <message>
        <source>Approve all</source>
        <translation>批量通过</translation>
    </message>
    <message numerus="yes">
        <source>Reject %n application(s)?</source>
        <translation>
            <numerusform>驳回 %n 条申请？</numerusform>
        </translation>
    </message>
    <message>
        <source>All get the same reasons. It can be undone with Z.</source>
        <translation>所有申请人看到同样的理由。可以按 Z 撤销。</translation>
    </message>
    <message>
        <source>Reject all</source>
        <translation>批量驳回</translation>
    </message>
</context>
<context>
    <name>NetworkHistory</name>
    <message>
        <source>solid online · half slow · hatched offline</source>
        <translation>实心在线 · 半高较慢 · 斜纹离线</translation>
    </message>
    <message>
        <source>Network, last 2 hours</source>
        <translation>近 2 小时网络</translation>
    </message>
    <message>
        <source>Network since {0}</source>
        <translation>{0} 以来的网络</translation>
    </message>
    <message>
        <source>Connected {0} percent of the time</source>
        <translation>在线时间占 {0}%</translation>
    </message>
</context>
<context>
    <name>NoticeBox</name>
    <message numerus="yes">
        <source>sent as %n SMS</source>
        <translation>
            <numerusform>按 %n 条发送</numerusform>
        </translation>
    </message>
    <message>
        <source>{0} characters · {1}</source>
        <translation>{0} 字 · {1}</translation>
    </message>
    <message>
        <source>It is written when a reason is chosen.</source>
        <translation>选择原因后，这里显示短信全文。</translation>
    </message>
    <message>
        <source>{0} · sent after the server confirmed, not if undone</source>
        <translation>{0} · 同步成功后发送，撤销则不发</translation>
    </message>
</context>
<context>
    <name>Notices</name>
    <message>
        <source>Close</source>
        <translation>关闭</translation>
    </message>
    <message>
        <source>Sign in again</source>
        <translation>重新登录</translation>
    </message>
    <message>
        <source>Work offline first</source>
        <translation>先离线工作</translation>
    </message>
</context>
<context>
    <name>ObjectionForm</name>
    <message>
        <source>Why should it be looked at again? A platform admin will read this.</source>
        <translation>为什么要复核？平台管理员会看到这段文字。</translation>
    </message>
    <message>
        <source>Send the request</source>
        <translation>提交申请</translation>
    </message>
    <message>
        <source>Back</source>
        <translation>返回</translation>
    </message>
    <message>
        <source>Write down why.</source>
        <translation>请写明理由。</translation>
    </message>
    <message numerus="yes">
        <source>%n character(s) too many.</source>
        <translation>
            <numerusform>超出 %n 个字。</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Opening</name>
    <message>
        <source>{0} has claimed this work meanwhile. Nothing was changed.</source>
        <translation>{0} 已先领取了这件作品，没有任何改动。</translation>
    </message>
    <message>
        <source>Take over…</source>
        <translation>接管…</translation>
    </message>
</context>
<context>
    <name>OrganizationBar</name>
    <message>
        <source>Undo</source>
        <translation>撤销</translation>
    </message>
    <message>
        <source>Skip</source>
        <translation>跳过</translation>
    </message>
    <message>
        <source>Reject…</source>
        <translation>驳回…</translation>
    </message>
    <message>
        <source>Approve</source>
        <translation>通过</translation>
    </message>
    <message>
        <source>Decision</source>
        <translation>决定</translation>
    </message>
    <message>
        <source>The result is sent by SMS to {0}</source>
        <translation>结果将短信通知 {0}</translation>
    </message>
    <message>
        <source>Last one: {0} · {1}</source>
        <translation>上一件{0}，{1}</translation>
    </message>
</context>
<context>
    <name>OrganizationQueue</name>
    <message>
        <source>State</source>
        <translation>状态</translation>
    </message>
    <message>
        <source>Search name, phone, contact</source>
        <translation>搜索全称、手机号、联系人</translation>
    </message>
    <message>
        <source>Registrations</source>
        <translation>组织注册申请</translation>
    </message>
    <message>
        <source>Organization review</source>
        <translation>组织审核</translation>
    </message>
    <message>
        <source>Queue</source>
        <translation>队列</translation>
    </message>
    <message>
        <source>Clear the search</source>
        <translation>清除搜索</translation>
    </message>
    <message>
        <source>Name, number, phones and contact were searched.</source>
        <translation>已搜索全称、编号、手机号和联系人。</translation>
    </message>
    <message>
        <source>No registration fits</source>
        <translation>没有符合的申请</translation>
    </message>
    <message>
        <source>New ones arrive with the sync by themselves.</source>
        <translation>新的申请会随同步自动到来。</translation>
    </message>
    <message>
        <source>All registrations are decided</source>
        <translation>申请都已处理完</translation>
    </message>
    <message>
        <source>Organizations that register appear here after the next sync.</source>
        <translation>组织注册后，下次同步就会出现在这里。</translation>
    </message>
    <message>
        <source>No registrations</source>
        <translation>没有申请</translation>
    </message>
    <message>
        <source>To review</source>
        <translation>待审核</translation>
    </message>
    <message>
        <source>Approved</source>
        <translation>已通过</translation>
    </message>
    <message>
        <source>Rejected</source>
        <translation>已驳回</translation>
    </message>
    <message>
        <source>All</source>
        <translation>全部</translation>
    </message>
</context>
<context>
    <name>Organizations</name>
    <message>
        <source>Alike {0}</source>
        <translation>相似 {0}</translation>
    </message>
    <message>
        <source>Official name</source>
        <translation>组织官方全称</translation>
    </message>
    <message>
        <source>Address</source>
        <translation>详细地址</translation>
    </message>
    <message>
        <source>Landline</source>
        <translation>固定电话</translation>
    </message>
    <message>
        <source>Kind</source>
        <translation>组织性质</translation>
    </message>
    <message>
        <source>Size</source>
        <translation>组织规模</translation>
    </message>
    <message>
        <source>Industry</source>
        <translation>行业分类</translation>
    </message>
    <message>
        <source>Labels</source>
        <translation>工会标签</translation>
    </message>
    <message>
        <source>Introduction</source>
        <translation>组织介绍</translation>
    </message>
    <message>
        <source>Region</source>
        <translation>赛区</translation>
    </message>
    <message>
        <source>Account</source>
        <translation>注册账号</translation>
    </message>
    <message>
        <source>Contact person</source>
        <translation>姓名</translation>
    </message>
    <message>
        <source>Mobile</source>
        <translation>手机</translation>
    </message>
    <message>
        <source>Logo</source>
        <translation>组织标志</translation>
    </message>
    <message>
        <source>Proof</source>
        <translation>证明材料</translation>
    </message>
    <message>
        <source>Number</source>
        <translation>编号</translation>
    </message>
    <message>
        <source>Submitted</source>
        <translation>提交时间</translation>
    </message>
    <message>
        <source>To review</source>
        <translation>待审核</translation>
    </message>
    <message>
        <source>Approved</source>
        <translation>已通过</translation>
    </message>
    <message>
        <source>Rejected</source>
        <translation>已驳回</translation>
    </message>
    <message>
        <source>Withdrawn</source>
        <translation>已撤回</translation>
    </message>
    <message>
        <source>Same phone</source>
        <translation>同一手机号</translation>
    </message>
    <message>
        <source>Same name</source>
        <translation>名称相同</translation>
    </message>
    <message>
        <source>Same proof file</source>
        <translation>同一份证明材料</translation>
    </message>
    <message>
        <source>Conflict</source>
        <translation>冲突</translation>
    </message>
    <message>
        <source>To be sent</source>
        <translation>待同步</translation>
    </message>
    <message>
        <source>First application</source>
        <translation>首次申请</translation>
    </message>
    <message>
        <source>Sent in for the {0}. time</source>
        <translation>第 {0} 次提交</translation>
    </message>
    <message>
        <source>Name {0} % alike</source>
        <translation>名称相似 {0}%</translation>
    </message>
    <message>
        <source>Organization {0}</source>
        <translation>已注册组织 {0}</translation>
    </message>
    <message>
        <source>today {0}</source>
        <translation>今天 {0}</translation>
    </message>
    <message>
        <source>yesterday {0}</source>
        <translation>昨天 {0}</translation>
    </message>
    <message>
        <source>{0} d {1} h</source>
        <translation>{0} 天 {1} 小时</translation>
    </message>
    <message>
        <source>{0} h</source>
        <translation>{0} 小时</translation>
    </message>
    <message>
        <source>{0} min</source>
        <translation>{0} 分钟</translation>
    </message>
</context>
<context>
    <name>OrganizationsPage</name>
    <message>
        <source>Previous</source>
        <translation>上一件</translation>
    </message>
    <message>
        <source>Next</source>
        <translation>下一件</translation>
    </message>
    <message>
        <source>Organizations</source>
        <translation>组织审核</translation>
    </message>
    <message>
        <source>Approve</source>
        <translation>通过</translation>
    </message>
    <message>
        <source>Reject…</source>
        <translation>驳回…</translation>
    </message>
    <message>
        <source>Side by side</source>
        <translation>并排查看</translation>
    </message>
    <message>
        <source>Search registrations</source>
        <translation>搜索组织注册申请</translation>
    </message>
    <message>
        <source>sent in {0}</source>
        <translation>提交于 {0}</translation>
    </message>
    <message numerus="yes">
        <source>%n in all</source>
        <translation>
            <numerusform>共 %n 件</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n to review</source>
        <translation>
            <numerusform>待审 %n 件</numerusform>
        </translation>
    </message>
    <message>
        <source>the oldest has waited {0}</source>
        <translation>最早等待 {0}</translation>
    </message>
    <message>
        <source>Registration of an organization</source>
        <translation>组织注册申请</translation>
    </message>
</context>
<context>
    <name>OrganizationsReview</name>
    <message>
        <source>The applicant has just changed this registration</source>
        <translation>申请人刚刚修改了这份申请</translation>
    </message>
    <message>
        <source>What you see now is the new version. Press A or R once to say that you have seen it.</source>
        <translation>现在显示的是新版本。按一次 A 或 R 表示已看过。</translation>
    </message>
    <message>
        <source>The server is asked to take the decision back.</source>
        <translation>已请服务器撤回这个决定。</translation>
    </message>
    <message>
        <source>The registration comes back when it has answered.</source>
        <translation>服务器答复后，申请会回到待审核。</translation>
    </message>
</context>
<context>
    <name>OutboxCard</name>
    <message>
        <source>Outbox</source>
        <translation>发件箱</translation>
    </message>
    <message>
        <source>Sent in this order; can be undone until it is sent</source>
        <translation>按先后发送，未发送前可撤销</translation>
    </message>
    <message>
        <source>Retry failed entries</source>
        <translation>重试失败项</translation>
    </message>
    <message>
        <source>Export what is not sent…</source>
        <translation>导出未送达…</translation>
    </message>
    <message>
        <source>Entries of the outbox</source>
        <translation>发件箱条目</translation>
    </message>
    <message>
        <source>The outbox is empty</source>
        <translation>发件箱是空的</translation>
    </message>
    <message>
        <source>Everything you decided has reached the server.</source>
        <translation>你的决定都已送达服务器。</translation>
    </message>
    <message>
        <source>Withdrawn; the work is in your queue again.</source>
        <translation>已撤销，作品回到你的队列。</translation>
    </message>
    <message>
        <source>It is being sent already; once it has arrived you can take it back in the works tab.</source>
        <translation>这条正在发送，来不及撤销；送达后可以在“作品审核”里撤回。</translation>
    </message>
    <message>
        <source>unsent-decisions-{0}.jsonl</source>
        <translation>未送达的决定-{0}.jsonl</translation>
    </message>
    <message>
        <source>Export what is not sent</source>
        <translation>导出未送达的决定</translation>
    </message>
    <message>
        <source>JSON lines (*.jsonl)</source>
        <translation>JSON 行文件 (*.jsonl)</translation>
    </message>
    <message numerus="yes">
        <source>%n entry(s) written to {0}; they also stay in the outbox.</source>
        <translation>
            <numerusform>%n 条已写入 {0}，发件箱里仍然保留。</numerusform>
        </translation>
    </message>
    <message>
        <source>The file could not be written. The outbox is untouched. Choose another folder.</source>
        <translation>文件没有写成。发件箱没有变动。请换一个文件夹再试。</translation>
    </message>
</context>
<context>
    <name>OutboxTable</name>
    <message>
        <source>Type</source>
        <translation>类型</translation>
    </message>
    <message>
        <source>Subject</source>
        <translation>对象</translation>
    </message>
    <message>
        <source>My decision</source>
        <translation>我的决定</translation>
    </message>
    <message>
        <source>Progress</source>
        <translation>进度</translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>撤销</translation>
    </message>
    <message>
        <source>Conflict</source>
        <translation>冲突</translation>
    </message>
    <message>
        <source>Take-back</source>
        <translation>撤回</translation>
    </message>
    <message>
        <source>Registration</source>
        <translation>组织注册</translation>
    </message>
    <message>
        <source>Member</source>
        <translation>成员</translation>
    </message>
    <message>
        <source>Work</source>
        <translation>作品</translation>
    </message>
    <message>
        <source>(no title)</source>
        <translation>（无标题）</translation>
    </message>
    <message>
        <source>Second look</source>
        <translation>申请复核</translation>
    </message>
    <message>
        <source>Accepted</source>
        <translation>接受</translation>
    </message>
    <message>
        <source>Take back</source>
        <translation>撤回决定</translation>
    </message>
    <message>
        <source>Being sent · try {0}</source>
        <translation>正在发送 · 第 {0} 次</translation>
    </message>
    <message>
        <source>Waiting · number {0}</source>
        <translation>等待 · 排第 {0}</translation>
    </message>
    <message>
        <source>Set aside: {0}</source>
        <translation>已搁置：{0}</translation>
    </message>
    <message>
        <source>Delivered {0}</source>
        <translation>已送达 {0}</translation>
    </message>
    <message>
        <source>Conflict: {0}</source>
        <translation>冲突：{0}</translation>
    </message>
    <message>
        <source>Not accepted: {0}</source>
        <translation>未被接受：{0}</translation>
    </message>
    <message>
        <source>{0}, next try at once</source>
        <translation>{0}，即将重试</translation>
    </message>
    <message>
        <source>{0}, again in {1} s</source>
        <translation>{0}，{1} 秒后重试</translation>
    </message>
</context>
<context>
    <name>Papers</name>
    <message>
        <source>Reject with “proof unclear or broken” to have it sent again.</source>
        <translation>可以用“证明材料不清晰或无法打开”驳回，请对方重新上传。</translation>
    </message>
    <message>
        <source>The file is empty</source>
        <translation>文件是空的</translation>
    </message>
    <message>
        <source>This is neither a picture nor a PDF nor a ZIP</source>
        <translation>这不是图片、PDF 或 ZIP</translation>
    </message>
    <message>
        <source>The file is too large to be opened</source>
        <translation>文件过大，没有打开</translation>
    </message>
    <message>
        <source>The document is locked by a password</source>
        <translation>文件有密码，无法查看</translation>
    </message>
    <message>
        <source>Reject it and ask for one without a password.</source>
        <translation>可以驳回，请对方上传没有密码的文件。</translation>
    </message>
    <message>
        <source>The document is damaged</source>
        <translation>文件已损坏</translation>
    </message>
    <message>
        <source>The picture is too large to be opened safely</source>
        <translation>图片像素过大，没有打开</translation>
    </message>
    <message>
        <source>The archive has too many files</source>
        <translation>压缩包里的文件太多</translation>
    </message>
    <message>
        <source>The archive would be too large unpacked</source>
        <translation>压缩包解开后过大</translation>
    </message>
    <message>
        <source>The archive is made to grow without limit</source>
        <translation>这个压缩包会无限膨胀</translation>
    </message>
    <message>
        <source>It was not unpacked and did no harm. Reject it.</source>
        <translation>没有解压，未造成影响。建议驳回。</translation>
    </message>
    <message>
        <source>The archive has too many folders inside each other</source>
        <translation>压缩包的目录层数过多</translation>
    </message>
    <message>
        <source>This file is never opened</source>
        <translation>这类文件不打开</translation>
    </message>
    <message>
        <source>Judge by the other papers, or reject and ask for a picture or PDF.</source>
        <translation>请根据其他材料判断，或驳回并请对方上传图片或 PDF。</translation>
    </message>
    <message>
        <source>The document took too long and was stopped</source>
        <translation>文件打开时间过长，已停止</translation>
    </message>
    <message>
        <source>The desk is not harmed. Reject and ask for a simpler file.</source>
        <translation>工作台不受影响。可以驳回，请对方换一份文件。</translation>
    </message>
    <message>
        <source>Some names lead out of their folder; those files stay closed.</source>
        <translation>有的文件名指向其他目录，这些文件不会打开。</translation>
    </message>
    <message>
        <source>Some files are locked by a password.</source>
        <translation>有的文件有密码。</translation>
    </message>
    <message>
        <source>It contains programs; they stay closed.</source>
        <translation>里面有程序，程序不会打开。</translation>
    </message>
    <message>
        <source>Open a picture or a PDF from the list below.</source>
        <translation>可在下方打开其中的图片或 PDF。</translation>
    </message>
</context>
<context>
    <name>PartsView</name>
    <message>
        <source>Back</source>
        <translation>返回</translation>
    </message>
    <message>
        <source>Works behind the line</source>
        <translation>构成这一行的作品</translation>
    </message>
    <message>
        <source>Made of</source>
        <translation>构成明细</translation>
    </message>
    <message>
        <source>No work gained anything here in this week</source>
        <translation>这一周没有作品有新增</translation>
    </message>
    <message>
        <source>Sum of the works: {0} {1}</source>
        <translation>作品合计：{0} {1}</translation>
    </message>
    <message>
        <source>As on the board</source>
        <translation>与榜单一致</translation>
    </message>
    <message>
        <source>Board: {0}; works of other regions are not shown</source>
        <translation>榜单为 {0}；其他赛区的作品不显示</translation>
    </message>
    <message>
        <source>Board: {0}; refresh, something arrived since</source>
        <translation>榜单为 {0}；其间有新数据，请刷新</translation>
    </message>
    <message>
        <source>No.</source>
        <translation>序号</translation>
    </message>
    <message>
        <source>Work</source>
        <translation>作品</translation>
    </message>
    <message>
        <source>Number</source>
        <translation>编号</translation>
    </message>
    <message>
        <source>Author</source>
        <translation>作者</translation>
    </message>
</context>
<context>
    <name>PasswordField</name>
    <message>
        <source>Show password</source>
        <translation>显示密码</translation>
    </message>
    <message>
        <source>Hide password</source>
        <translation>隐藏密码</translation>
    </message>
</context>
<context>
    <name>PhoneRow</name>
    <message>
        <source>Phone</source>
        <translation>电话</translation>
    </message>
    <message>
        <source>Show</source>
        <translation>显示</translation>
    </message>
    <message>
        <source>Shows the number for 20 s; the server notes who looked</source>
        <translation>显示 20 秒；服务器会记录查看人</translation>
    </message>
    <message numerus="yes">
        <source>hidden in %n s</source>
        <translation>
            <numerusform>%n 秒后隐藏</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>PosterBox</name>
    <message>
        <source>Poster</source>
        <translation>封面</translation>
    </message>
</context>
<context>
    <name>ProgressBar</name>
    <message>
        <source>{0} percent</source>
        <translation>百分之 {0}</translation>
    </message>
</context>
<context>
    <name>ProposeDialog</name>
    <message>
        <source>Propose a list</source>
        <translation>拟定名单</translation>
    </message>
    <message>
        <source>The list is drawn from the sealed boards by the rule; anybody can draw it again.</source>
        <translation>名单按规则从封好的榜单产生，谁都可以重新核算。</translation>
    </message>
    <message>
        <source>Propose</source>
        <translation>拟定</translation>
    </message>
    <message>
        <source>Award</source>
        <translation>奖项</translation>
    </message>
    <message>
        <source>Week</source>
        <translation>周次</translation>
    </message>
    <message>
        <source>{0}, {1}, revision {2}</source>
        <translation>{0}（{1}），第 {2} 版</translation>
    </message>
    <message>
        <source>{0}, {1}</source>
        <translation>{0}（{1}）</translation>
    </message>
    <message>
        <source>Its week, {0}, is not sealed yet.</source>
        <translation>规则指定的{0}还没有封榜。</translation>
    </message>
</context>
<context>
    <name>Proposing</name>
    <message>
        <source>Lists are drawn on the server. What is shown stays as it is.</source>
        <translation>名单由服务器产生。屏幕上的内容保持不变，联网后再拟定。</translation>
    </message>
    <message>
        <source>This needs the network.</source>
        <translation>这需要网络。</translation>
    </message>
    <message>
        <source>Choose an award and a week</source>
        <translation>请选奖项和周次</translation>
    </message>
</context>
<context>
    <name>QueueHeader</name>
    <message>
        <source>Works</source>
        <translation>作品审核</translation>
    </message>
    <message>
        <source>Claimed batch</source>
        <translation>领取批次</translation>
    </message>
    <message>
        <source>Claim ended</source>
        <translation>领取已到期</translation>
    </message>
    <message>
        <source>Then the works not decided yet can be claimed by others; decisions stay</source>
        <translation>到期后，未审的作品可由他人领取；已作的决定保留</translation>
    </message>
    <message>
        <source>Give this work back</source>
        <translation>归还这件作品</translation>
    </message>
    <message>
        <source>Renew the claim</source>
        <translation>续期</translation>
    </message>
    <message>
        <source>Give back all undecided works…</source>
        <translation>归还全部未审作品…</translation>
    </message>
</context>
<context>
    <name>QueuePanel</name>
    <message>
        <source>Working offline; decisions are sent when the network is back</source>
        <translation>离线工作中，决定联网后自动发送</translation>
    </message>
    <message>
        <source>Search title, organization, number</source>
        <translation>搜索标题、组织、编号</translation>
    </message>
    <message>
        <source>Which works</source>
        <translation>作品范围</translation>
    </message>
    <message>
        <source>Claimed works</source>
        <translation>已领取的作品</translation>
    </message>
    <message>
        <source>Claim more</source>
        <translation>再领一批</translation>
    </message>
    <message>
        <source>Queue</source>
        <translation>队列</translation>
    </message>
    <message>
        <source>Filter and order</source>
        <translation>筛选与排序</translation>
    </message>
    <message>
        <source>Open</source>
        <translation>待审</translation>
    </message>
    <message>
        <source>Decided</source>
        <translation>已决定</translation>
    </message>
    <message>
        <source>Conflict</source>
        <translation>冲突</translation>
    </message>
    <message>
        <source>Claim 20 more works (C)</source>
        <translation>再领取 20 件（C）</translation>
    </message>
</context>
<context>
    <name>QueueRows</name>
    <message>
        <source>All states</source>
        <translation>全部状态</translation>
    </message>
    <message>
        <source>With a file finding</source>
        <translation>文件检查有提示</translation>
    </message>
    <message>
        <source>Sent again</source>
        <translation>重新提交</translation>
    </message>
    <message>
        <source>On this computer</source>
        <translation>已缓存</translation>
    </message>
    <message>
        <source>Not on this computer</source>
        <translation>未缓存</translation>
    </message>
    <message>
        <source>Findings: {0}</source>
        <translation>{0} 项提示</translation>
    </message>
    <message>
        <source>No findings</source>
        <translation>文件无提示</translation>
    </message>
    <message>
        <source>{0}, {1}, {2}</source>
        <translation>{0}，{1}，{2}</translation>
    </message>
    <message>
        <source>{0}: {1}</source>
        <translation>{0} {1}</translation>
    </message>
    <message>
        <source>Taken back by the author</source>
        <translation>作者已撤回</translation>
    </message>
    <message>
        <source>Changed by the author</source>
        <translation>作者已修改</translation>
    </message>
    <message>
        <source>Claimed by somebody else</source>
        <translation>已转由他人领取</translation>
    </message>
    <message>
        <source>Cached</source>
        <translation>已缓存</translation>
    </message>
    <message>
        <source>Incomplete</source>
        <translation>未下完</translation>
    </message>
    <message>
        <source>Waiting</source>
        <translation>排队中</translation>
    </message>
    <message>
        <source>Download failed</source>
        <translation>下载失败</translation>
    </message>
    <message>
        <source>Not cached</source>
        <translation>未缓存</translation>
    </message>
</context>
<context>
    <name>QueueView</name>
    <message numerus="yes">
        <source>%n to review offline · downloads paused</source>
        <translation>
            <numerusform>可离线审 %n 件 · 暂停下载</numerusform>
        </translation>
    </message>
    <message>
        <source>Cached {0} / {1} · {2}</source>
        <translation>已缓存 {0} / {1} · {2}</translation>
    </message>
    <message numerus="yes">
        <source>%n downloading</source>
        <translation>
            <numerusform>正在下载 %n 件</numerusform>
        </translation>
    </message>
    <message>
        <source>Cached {0} / {1}</source>
        <translation>已缓存 {0} / {1}</translation>
    </message>
    <message>
        <source>Nothing decided yet</source>
        <translation>还没有决定</translation>
    </message>
    <message>
        <source>Decisions stand here until they are confirmed, and after.</source>
        <translation>决定会列在这里，送达前后都能看到。</translation>
    </message>
    <message>
        <source>No conflicts</source>
        <translation>没有冲突</translation>
    </message>
    <message>
        <source>Nobody else decided a work of yours first.</source>
        <translation>没有他人先决定你的作品。</translation>
    </message>
    <message>
        <source>“{0}” was not found</source>
        <translation>没有找到“{0}”</translation>
    </message>
    <message>
        <source>No work fits the filters</source>
        <translation>没有符合筛选的作品</translation>
    </message>
    <message>
        <source>Looked in titles, organizations and numbers.</source>
        <translation>已查标题、组织和编号。</translation>
    </message>
    <message>
        <source>The filter “{0}” is on.</source>
        <translation>筛选“{0}”仍在生效。</translation>
    </message>
    <message>
        <source>Clear filters</source>
        <translation>清除筛选</translation>
    </message>
    <message>
        <source>Clear search</source>
        <translation>清空搜索</translation>
    </message>
    <message>
        <source>Open the outbox</source>
        <translation>查看发件箱</translation>
    </message>
    <message numerus="yes">
        <source>%n decision(s) will be sent when the network is back.</source>
        <translation>
            <numerusform>%n 个决定联网后自动发送。</numerusform>
        </translation>
    </message>
    <message>
        <source>New works can be claimed when the network is back.</source>
        <translation>联网后可以再领取作品。</translation>
    </message>
    <message>
        <source>Nothing left to review offline</source>
        <translation>没有可离线审的作品了</translation>
    </message>
    <message>
        <source>Claim works</source>
        <translation>领取一批</translation>
    </message>
    <message>
        <source>Twenty at a time; they are yours for twelve hours.</source>
        <translation>每次领取 20 件，12 小时内归你审核。</translation>
    </message>
    <message>
        <source>No works claimed</source>
        <translation>还没有领取作品</translation>
    </message>
    <message>
        <source>Claim more</source>
        <translation>再领一批</translation>
    </message>
    <message numerus="yes">
        <source>%n work(s) decided.</source>
        <translation>
            <numerusform>%n 件都已决定。</numerusform>
        </translation>
    </message>
    <message>
        <source>{0} {1}</source>
        <translation>{0}{1}</translation>
    </message>
    <message numerus="yes">
        <source>%n still to be sent.</source>
        <translation>
            <numerusform>其中 %n 条待发送。</numerusform>
        </translation>
    </message>
    <message>
        <source>This batch is done</source>
        <translation>这一批审完了</translation>
    </message>
</context>
<context>
    <name>ReasonList</name>
    <message>
        <source>Reasons for rejection, by digit keys</source>
        <translation>驳回原因，按数字键选择</translation>
    </message>
    <message>
        <source>Remove the time (Delete)</source>
        <translation>去掉时间点（Delete）</translation>
    </message>
</context>
<context>
    <name>RegistrationDetail</name>
    <message>
        <source>Side by side</source>
        <translation>并排查看</translation>
    </message>
    <message>
        <source>Registration</source>
        <translation>组织注册申请</translation>
    </message>
    <message>
        <source>Its papers, look-alikes and history stand here.</source>
        <translation>这里显示它的资料、材料、相似组织和记录。</translation>
    </message>
    <message>
        <source>Choose a registration</source>
        <translation>请选择一份申请</translation>
    </message>
    <message>
        <source>{0} region</source>
        <translation>{0}赛区</translation>
    </message>
    <message>
        <source>Account {0} · {1} · {2}</source>
        <translation>注册账号 {0} · {1} · {2}</translation>
    </message>
    <message>
        <source>(none)</source>
        <translation>（无）</translation>
    </message>
    <message>
        <source>Rejected before: {0}</source>
        <translation>上次驳回：{0}</translation>
    </message>
    <message>
        <source>Nothing was changed.</source>
        <translation>没有任何修改。</translation>
    </message>
    <message numerus="yes">
        <source>%n found</source>
        <translation>
            <numerusform>%n 个</numerusform>
        </translation>
    </message>
    <message>
        <source>Compare with the proof; people decide</source>
        <translation>请与证明材料核对，由人判断</translation>
    </message>
    <message>
        <source>Showing them is noted by the server</source>
        <translation>显示完整信息会写入审计日志</translation>
    </message>
    <message>
        <source>What was corrected</source>
        <translation>修改内容</translation>
    </message>
    <message>
        <source>Similar organizations</source>
        <translation>相似组织</translation>
    </message>
    <message>
        <source>About the organization</source>
        <translation>基本信息</translation>
    </message>
    <message>
        <source>Contact</source>
        <translation>联系人</translation>
    </message>
    <message>
        <source>History</source>
        <translation>审核记录</translation>
    </message>
</context>
<context>
    <name>RejectPanel</name>
    <message>
        <source>Choose at least one reason.</source>
        <translation>请至少选择一个原因。</translation>
    </message>
    <message>
        <source>“Other” needs a few words to the author.</source>
        <translation>选择“其他”时，请写明补充说明。</translation>
    </message>
    <message>
        <source>The text to the author is too long.</source>
        <translation>补充说明过长。</translation>
    </message>
    <message>
        <source>Words to the author</source>
        <translation>补充说明</translation>
    </message>
    <message>
        <source>What to change, e.g. where the watermark is</source>
        <translation>写给作者，例如水印出现的位置</translation>
    </message>
    <message>
        <source>Internal note</source>
        <translation>内部备注</translation>
    </message>
    <message>
        <source>For colleagues only; the author never sees it</source>
        <translation>只给同事看，不会发给作者</translation>
    </message>
    <message>
        <source>SMS to the applicant</source>
        <translation>发给申请人的短信</translation>
    </message>
    <message>
        <source>Reject</source>
        <translation>确认驳回</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>取消</translation>
    </message>
    <message>
        <source>Words to the applicant</source>
        <translation>给申请人的话</translation>
    </message>
    <message>
        <source>What to change before sending it again</source>
        <translation>再次提交前需要修改什么</translation>
    </message>
    <message>
        <source>For colleagues only; the applicant never sees it</source>
        <translation>只给同事看，申请人看不到</translation>
    </message>
    <message>
        <source>Insert {0}</source>
        <translation>插入 {0}</translation>
    </message>
    <message>
        <source>Reasons for rejection</source>
        <translation>驳回原因</translation>
    </message>
    <message>
        <source>Back</source>
        <translation>返回</translation>
    </message>
    <message>
        <source>Digits choose, several are allowed; the applicant sees them.</source>
        <translation>按数字选择，可多选；申请人会看到。</translation>
    </message>
    <message>
        <source>Digits choose, several are allowed; the first one opens the SMS.</source>
        <translation>按数字键选择，可多选；第一项写入短信开头。</translation>
    </message>
    <message>
        <source>Insert the time of the playhead (Alt+T)</source>
        <translation>插入播放位置的时间（Alt+T）</translation>
    </message>
    <message>
        <source>More phrases</source>
        <translation>更多短语</translation>
    </message>
    <message>
        <source>Seen by staff only</source>
        <translation>仅内部可见</translation>
    </message>
    <message>
        <source>Words to the applicant (needed)</source>
        <translation>给申请人的话（必填）</translation>
    </message>
    <message>
        <source>Words to the applicant (optional)</source>
        <translation>给申请人的话（选填）</translation>
    </message>
    <message>
        <source>SMS to the author</source>
        <translation>作者将收到的短信</translation>
    </message>
    <message>
        <source>Words to the author (needed)</source>
        <translation>补充说明（必填）</translation>
    </message>
    <message>
        <source>Words to the author (optional)</source>
        <translation>补充说明（可不填）</translation>
    </message>
</context>
<context>
    <name>RevealDesk</name>
    <message>
        <source>This needs the network.</source>
        <translation>这一步需要网络。</translation>
    </message>
    <message>
        <source>It could not be shown.</source>
        <translation>暂时无法显示。</translation>
    </message>
</context>
<context>
    <name>Roster</name>
    <message>
        <source>Will pass</source>
        <translation>将通过</translation>
    </message>
    <message>
        <source>Passed</source>
        <translation>已通过</translation>
    </message>
    <message>
        <source>No application yet; passes on arrival</source>
        <translation>尚未申请，申请时自动通过</translation>
    </message>
    <message>
        <source>Is a member already</source>
        <translation>已是成员</translation>
    </message>
    <message>
        <source>The applicant gave another name; review by hand</source>
        <translation>申请人填写的姓名不同，请人工审核</translation>
    </message>
    <message>
        <source>The name is missing</source>
        <translation>没有姓名</translation>
    </message>
    <message>
        <source>The mobile number is missing</source>
        <translation>没有手机号</translation>
    </message>
    <message>
        <source>Not an 11-digit mobile number</source>
        <translation>手机号不是 11 位</translation>
    </message>
    <message>
        <source>Name or staff no. is too long</source>
        <translation>姓名或工号过长</translation>
    </message>
    <message>
        <source>Characters that cannot be shown</source>
        <translation>含有无法显示的字符</translation>
    </message>
    <message>
        <source>The number stands above already</source>
        <translation>手机号与前面的行重复</translation>
    </message>
    <message>
        <source>A formula; put the value there</source>
        <translation>单元格是公式，请改为内容</translation>
    </message>
    <message>
        <source>The file cannot be read</source>
        <translation>文件无法读取</translation>
    </message>
    <message>
        <source>Close it in other programs, or copy it to this computer, and choose it again.</source>
        <translation>请在其他程序中关闭它，或复制到本机后重新选择。</translation>
    </message>
    <message>
        <source>The file is larger than 5 MB</source>
        <translation>文件超过 5 MB</translation>
    </message>
    <message>
        <source>Leave out pictures and other sheets, or split it.</source>
        <translation>请去掉图片和其他工作表，或分成几个文件。</translation>
    </message>
    <message>
        <source>An old .xls, or locked by a password</source>
        <translation>这是旧版 .xls，或设有密码</translation>
    </message>
    <message>
        <source>Save it in Excel as .xlsx without a password.</source>
        <translation>请在 Excel 中另存为不带密码的 .xlsx。</translation>
    </message>
    <message>
        <source>This is not a workbook of Excel, or it is damaged</source>
        <translation>这不是 Excel 工作簿，或文件已损坏</translation>
    </message>
    <message>
        <source>Save it anew as .xlsx, or use the template.</source>
        <translation>请重新另存为 .xlsx，或使用模板。</translation>
    </message>
    <message>
        <source>The file is packed in a way that no list of names is</source>
        <translation>文件的内部结构异常，没有打开</translation>
    </message>
    <message>
        <source>Copy the lines into the template.</source>
        <translation>请把内容复制到模板里。</translation>
    </message>
    <message>
        <source>The headings of name and mobile number were not found</source>
        <translation>没有找到“姓名”“手机”两列</translation>
    </message>
    <message>
        <source>Name the columns as the template does, within the first ten lines.</source>
        <translation>请在前几行写明列名 工号、姓名、手机，或使用模板。</translation>
    </message>
    <message>
        <source>There is no line below the headings</source>
        <translation>列名下面没有内容</translation>
    </message>
    <message>
        <source>Fill in the list and choose it again.</source>
        <translation>填写后重新选择。</translation>
    </message>
    <message>
        <source>More than {0} lines</source>
        <translation>超过 {0} 行</translation>
    </message>
    <message>
        <source>Split it into several files.</source>
        <translation>请分成几个文件。</translation>
    </message>
    <message>
        <source>Not passed: {0}</source>
        <translation>未通过：{0}</translation>
    </message>
</context>
<context>
    <name>RosterView</name>
    <message>
        <source>Try again</source>
        <translation>重试</translation>
    </message>
    <message>
        <source>Choose a file…</source>
        <translation>选择文件…</translation>
    </message>
    <message>
        <source>Save the template…</source>
        <translation>下载模板…</translation>
    </message>
    <message>
        <source>Back</source>
        <translation>返回</translation>
    </message>
    <message>
        <source>Another file…</source>
        <translation>换一个文件…</translation>
    </message>
    <message>
        <source>Which lines</source>
        <translation>哪些行</translation>
    </message>
    <message>
        <source>Lines of the file</source>
        <translation>文件中的行</translation>
    </message>
    <message>
        <source>Staff no., name and mobile of your members. Applications that match pass at once; the others are kept and pass when they arrive. Nothing happens before you have seen the preview and confirmed it.</source>
        <translation>名单包含工号、姓名、手机。与待审核申请相符的立即通过；其余的留存，以后申请时自动通过。先看预览，确认之前不会有任何改动。</translation>
    </message>
    <message>
        <source>Import a member list from Excel</source>
        <translation>从 Excel 导入成员名单</translation>
    </message>
    <message>
        <source>Reading…</source>
        <translation>正在读取…</translation>
    </message>
    <message>
        <source>Choose a member list</source>
        <translation>选择成员名单</translation>
    </message>
    <message>
        <source>Excel workbook (*.xlsx)</source>
        <translation>Excel 工作簿 (*.xlsx)</translation>
    </message>
    <message>
        <source>Save the template</source>
        <translation>保存模板</translation>
    </message>
    <message>
        <source>Importing…</source>
        <translation>正在导入…</translation>
    </message>
    <message>
        <source>Asking the server…</source>
        <translation>正在核对…</translation>
    </message>
    <message numerus="yes">
        <source>%n application(s) passed, an SMS follows.</source>
        <translation>
            <numerusform>%n 份申请已通过，将发短信通知。</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n line(s) kept for later applications.</source>
        <translation>
            <numerusform>%n 行留待以后申请。</numerusform>
        </translation>
    </message>
    <message>
        <source>The list is imported</source>
        <translation>名单已导入</translation>
    </message>
    <message>
        <source>What was imported counts once. Try again: it goes on where it stopped.</source>
        <translation>已导入的不会重复计算。请重试，会从中断处继续。</translation>
    </message>
    <message>
        <source>The list is checked on the server; the file stays chosen. Try again with a network.</source>
        <translation>名单要在服务器上核对；文件已保留，恢复网络后重试。</translation>
    </message>
    <message>
        <source>This needs the network.</source>
        <translation>此操作需要网络。</translation>
    </message>
    <message>
        <source>The template is saved</source>
        <translation>模板已保存</translation>
    </message>
    <message>
        <source>Close it in other programs or choose another name.</source>
        <translation>请在其他程序中关闭同名文件，或换一个名字。</translation>
    </message>
    <message>
        <source>The template cannot be written there</source>
        <translation>模板没能写入</translation>
    </message>
    <message>
        <source>Choose another folder, or make room on the disk.</source>
        <translation>请换一个文件夹，或腾出磁盘空间。</translation>
    </message>
    <message>
        <source>The template could not be saved</source>
        <translation>模板没有保存成功</translation>
    </message>
    <message>
        <source>All</source>
        <translation>全部</translation>
    </message>
    <message>
        <source>Passed</source>
        <translation>已通过</translation>
    </message>
    <message>
        <source>Will pass</source>
        <translation>将通过</translation>
    </message>
    <message>
        <source>Kept for later</source>
        <translation>留待申请</translation>
    </message>
    <message>
        <source>Already members</source>
        <translation>已是成员</translation>
    </message>
    <message>
        <source>Name differs</source>
        <translation>姓名不一致</translation>
    </message>
    <message>
        <source>Not imported</source>
        <translation>有误</translation>
    </message>
    <message>
        <source>Done</source>
        <translation>完成</translation>
    </message>
    <message numerus="yes">
        <source>Import %n line(s)</source>
        <translation>
            <numerusform>导入 %n 行</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n line(s) with errors are left out.</source>
        <translation>
            <numerusform>有误的 %n 行不会导入。</numerusform>
        </translation>
    </message>
    <message>
        <source>Line</source>
        <translation>行号</translation>
    </message>
    <message>
        <source>Staff no.</source>
        <translation>工号</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>姓名</translation>
    </message>
    <message>
        <source>Mobile</source>
        <translation>手机</translation>
    </message>
    <message>
        <source>Result</source>
        <translation>结果</translation>
    </message>
    <message>
        <source>Import of members</source>
        <translation>导入名单</translation>
    </message>
</context>
<context>
    <name>RuleDialog</name>
    <message>
        <source>For live boards at once and for weeks sealed from now on. Sealed weeks keep their rule.</source>
        <translation>马上用于实时榜单和此后封存的周；已封榜的周仍按原来的权重。</translation>
    </message>
    <message>
        <source>Weights of heat</source>
        <translation>热度权重</translation>
    </message>
    <message>
        <source>Set version {0}</source>
        <translation>设为第 {0} 版</translation>
    </message>
    <message>
        <source>Why it is changed</source>
        <translation>修改的理由</translation>
    </message>
    <message>
        <source>Likes</source>
        <translation>点赞</translation>
    </message>
    <message>
        <source>Favourites</source>
        <translation>收藏</translation>
    </message>
    <message>
        <source>Shares</source>
        <translation>分享</translation>
    </message>
    <message>
        <source>Views</source>
        <translation>播放</translation>
    </message>
    <message>
        <source>Version {0}</source>
        <translation>第 {0} 版</translation>
    </message>
</context>
<context>
    <name>SealCard</name>
    <message>
        <source>Seal this week…</source>
        <translation>封存本周榜单…</translation>
    </message>
    <message>
        <source>Correct…</source>
        <translation>更正…</translation>
    </message>
    <message>
        <source>Sealed</source>
        <translation>已封榜</translation>
    </message>
    <message>
        <source>the schedule</source>
        <translation>系统定时</translation>
    </message>
    <message>
        <source>{0} by {1}, {2} works counted</source>
        <translation>{0} 由{1}封榜，计入 {2} 件作品</translation>
    </message>
    <message>
        <source>Revision {0}: {1}</source>
        <translation>修订 {0}：{1}</translation>
    </message>
    <message>
        <source>Digest {0}…</source>
        <translation>数据摘要 {0}…</translation>
    </message>
    <message>
        <source>Not sealed</source>
        <translation>未封榜</translation>
    </message>
    <message>
        <source>The week is over. Sealing fixes places and numbers; what comes later does not change them.</source>
        <translation>本周已结束。封榜后名次和数字固定，之后的互动不再计入。</translation>
    </message>
    <message>
        <source>The national union seals the week.</source>
        <translation>由全国总工会统一封榜。</translation>
    </message>
    <message>
        <source>Running</source>
        <translation>进行中</translation>
    </message>
    <message>
        <source>Up to now</source>
        <translation>截至目前</translation>
    </message>
    <message>
        <source>Numbers still move. A week is sealed on Monday after it ends.</source>
        <translation>数字还在变化。每周结束后的周一封榜。</translation>
    </message>
    <message>
        <source>{0}. {1}. A sealed week never changes; mistakes are corrected by a revision with a reason.</source>
        <translation>{0}。{1}。封榜后不再改变；有误时另作修订并写明原因。</translation>
    </message>
    <message>
        <source>Seal {0}?</source>
        <translation>封存{0}的榜单？</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>取消</translation>
    </message>
    <message>
        <source>Seal</source>
        <translation>封榜</translation>
    </message>
    <message>
        <source>Everything is counted anew and becomes revision {0}. What was sealed before is kept.</source>
        <translation>将重新统计并成为修订 {0}。原来的榜单保留。</translation>
    </message>
    <message>
        <source>Correct {0}?</source>
        <translation>更正{0}的榜单？</translation>
    </message>
    <message>
        <source>Seal the correction</source>
        <translation>封存修订</translation>
    </message>
    <message>
        <source>Why it is corrected; printed with the board</source>
        <translation>更正原因（随榜单公布）</translation>
    </message>
    <message>
        <source>Sealing…</source>
        <translation>正在封榜…</translation>
    </message>
    <message>
        <source>Somebody else has sealed this week</source>
        <translation>其他人已封存本周</translation>
    </message>
    <message>
        <source>The board is fetched anew; look at it again.</source>
        <translation>正在重新取得榜单，请再核对一次。</translation>
    </message>
    <message>
        <source>This week is not over yet</source>
        <translation>这一周还没有结束</translation>
    </message>
    <message>
        <source>Seal it a minute after its end, or later.</source>
        <translation>请在结束一分钟后再封榜。</translation>
    </message>
    <message>
        <source>Nothing was sealed. {0}</source>
        <translation>没有封榜。{0}</translation>
    </message>
    <message>
        <source>A week is sealed on the server. Boards on this computer stay as they are.</source>
        <translation>封榜在服务器上进行，本机的榜单不受影响。</translation>
    </message>
    <message>
        <source>This needs the network.</source>
        <translation>此操作需要网络。</translation>
    </message>
</context>
<context>
    <name>SelectionBar</name>
    <message>
        <source>Only those to review can be handled together</source>
        <translation>仅待审核可批量处理</translation>
    </message>
    <message>
        <source>Approve all</source>
        <translation>批量通过</translation>
    </message>
    <message>
        <source>Reject all…</source>
        <translation>批量驳回…</translation>
    </message>
    <message>
        <source>Clear selection</source>
        <translation>取消选择</translation>
    </message>
    <message numerus="yes">
        <source>%n selected</source>
        <translation>
            <numerusform>已选 %n 项</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Select all %n to review</source>
        <translation>
            <numerusform>全选 %n 条待审核</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ServerField</name>
    <message>
        <source>Server</source>
        <translation>服务器</translation>
    </message>
    <message>
        <source>Connecting…</source>
        <translation>正在连接…</translation>
    </message>
    <message>
        <source>Connected, {0} ms</source>
        <translation>已连通，{0} 毫秒</translation>
    </message>
    <message>
        <source>Cannot be reached</source>
        <translation>无法连通</translation>
    </message>
    <message>
        <source>Not a usable address</source>
        <translation>地址不可用</translation>
    </message>
    <message>
        <source>Needs https</source>
        <translation>需要 https</translation>
    </message>
    <message>
        <source>Not a desk server</source>
        <translation>不是工作台服务器</translation>
    </message>
    <message>
        <source>Certificate not valid</source>
        <translation>证书无效</translation>
    </message>
    <message>
        <source>Needs a newer desk</source>
        <translation>需要新版工作台</translation>
    </message>
    <message>
        <source>Not available now</source>
        <translation>暂时不可用</translation>
    </message>
    <message>
        <source>Known servers</source>
        <translation>用过的服务器</translation>
    </message>
</context>
<context>
    <name>SettingsPage</name>
    <message>
        <source>Settings</source>
        <translation>设置</translation>
    </message>
    <message>
        <source>Changes hold at once</source>
        <translation>更改立即生效</translation>
    </message>
    <message>
        <source>Appearance</source>
        <translation>外观</translation>
    </message>
    <message>
        <source>Copy address</source>
        <translation>复制地址</translation>
    </message>
    <message>
        <source>Server and account</source>
        <translation>服务器与账号</translation>
    </message>
    <message>
        <source>Server</source>
        <translation>服务器</translation>
    </message>
    <message>
        <source>Account</source>
        <translation>账号</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>姓名</translation>
    </message>
    <message>
        <source>Role</source>
        <translation>角色</translation>
    </message>
    <message>
        <source>Another server: sign out, then enter its address.</source>
        <translation>要换服务器，先退出登录，再填写新的地址。</translation>
    </message>
    <message>
        <source>Like the system</source>
        <translation>跟随系统</translation>
    </message>
    <message>
        <source>Light</source>
        <translation>浅色</translation>
    </message>
    <message>
        <source>Dark</source>
        <translation>深色</translation>
    </message>
    <message>
        <source>Language and appearance</source>
        <translation>语言与外观</translation>
    </message>
    <message>
        <source>Language</source>
        <translation>语言</translation>
    </message>
    <message>
        <source>Messages to authors are always Chinese</source>
        <translation>发给作者的短信始终是中文</translation>
    </message>
    <message>
        <source>Text size</source>
        <translation>字号</translation>
    </message>
    <message>
        <source>Also Ctrl = and Ctrl −</source>
        <translation>也可用 Ctrl = 和 Ctrl −</translation>
    </message>
    <message numerus="yes">
        <source>%n seconds</source>
        <translation>
            <numerusform>%n 秒</numerusform>
        </translation>
    </message>
    <message>
        <source>Playback</source>
        <translation>播放</translation>
    </message>
    <message>
        <source>Speed at the start</source>
        <translation>默认速度</translation>
    </message>
    <message>
        <source>Volume</source>
        <translation>音量</translation>
    </message>
    <message>
        <source>Skip</source>
        <translation>跳跃步长</translation>
    </message>
    <message>
        <source>With Shift ← and Shift →</source>
        <translation>用 Shift ← 和 Shift →</translation>
    </message>
    <message>
        <source>Play the next work after a decision</source>
        <translation>决定后播下一件</translation>
    </message>
    <message>
        <source>Off: the next work is shown when you press N</source>
        <translation>关闭后，按 N 才显示下一件</translation>
    </message>
    <message>
        <source>Open works paused</source>
        <translation>打开作品时先暂停</translation>
    </message>
    <message>
        <source>Space starts to play</source>
        <translation>按空格开始播放</translation>
    </message>
    <message>
        <source>Cache and network</source>
        <translation>缓存与网络</translation>
    </message>
    <message>
        <source>Space for videos</source>
        <translation>视频缓存上限</translation>
    </message>
    <message>
        <source>Only videos whose decision has been delivered make room for new ones</source>
        <translation>只清理决定已送达的视频</translation>
    </message>
    <message>
        <source>Keep offline</source>
        <translation>保持离线</translation>
    </message>
    <message>
        <source>Stops all traffic; decisions wait in the outbox</source>
        <translation>停止所有传输，决定留在发件箱</translation>
    </message>
    <message>
        <source>Open the log folder</source>
        <translation>打开日志文件夹</translation>
    </message>
    <message>
        <source>About</source>
        <translation>关于</translation>
    </message>
    <message>
        <source>Version</source>
        <translation>版本</translation>
    </message>
    <message>
        <source>Data of this computer: {0}</source>
        <translation>本机数据：{0}</translation>
    </message>
    <message>
        <source>Logs hold no names, phone numbers or passwords.</source>
        <translation>日志不含姓名、电话和密码。</translation>
    </message>
</context>
<context>
    <name>Showing</name>
    <message>
        <source>The author has just changed this work</source>
        <translation>作者刚刚修改了这件作品</translation>
    </message>
    <message>
        <source>What you see now is the new version. Press A or R once to say that you have seen it.</source>
        <translation>屏幕上已是新版。看过之后先按一次 A 或 R 表示已看到，再按才是决定。</translation>
    </message>
    <message>
        <source>{0} of {1}</source>
        <translation>第 {0} 件，共 {1} 件</translation>
    </message>
    <message>
        <source>This work is no longer yours to review</source>
        <translation>这件作品已不由你审核</translation>
    </message>
    <message>
        <source>The claim ended, somebody else took it, or the author withdrew it. N shows the next one.</source>
        <translation>领取已到期、已由他人领取，或作者已撤回。按 N 看下一件。</translation>
    </message>
</context>
<context>
    <name>SidePanel</name>
    <message>
        <source>Export and publish</source>
        <translation>导出与发布</translation>
    </message>
    <message>
        <source>Boards</source>
        <translation>排行榜</translation>
    </message>
    <message>
        <source>Export to Excel…</source>
        <translation>导出 Excel…</translation>
    </message>
    <message>
        <source>Weekly bulletin…</source>
        <translation>生成周报…</translation>
    </message>
</context>
<context>
    <name>Sides</name>
    <message>
        <source>“{0}”</source>
        <translation>“{0}”</translation>
    </message>
    <message>
        <source>Note: {0}</source>
        <translation>备注：{0}</translation>
    </message>
    <message>
        <source>Meets the requirements</source>
        <translation>符合要求</translation>
    </message>
    <message>
        <source>Made too late; not in force, but kept</source>
        <translation>送达较晚，未生效，已保留</translation>
    </message>
    <message>
        <source>My decision</source>
        <translation>我的决定</translation>
    </message>
    <message>
        <source>In force on the server</source>
        <translation>服务器现行结果</translation>
    </message>
    <message>
        <source>On the server</source>
        <translation>服务器上</translation>
    </message>
    <message>
        <source>The author changed the work before your decision arrived. The new version waits for review.</source>
        <translation>你的决定送达前，作者修改了作品，新的版本在等待审核。</translation>
    </message>
    <message>
        <source>It was taken back before your decision arrived. Nothing is to be done.</source>
        <translation>在你的决定送达前已被撤回，无需处理。</translation>
    </message>
    <message>
        <source>The earlier decision was taken back; it waits for review again.</source>
        <translation>先前的决定已撤销，重新等待审核。</translation>
    </message>
    <message>
        <source>Your claim had ended and the work passed to somebody else, who has not decided yet.</source>
        <translation>你的领取已结束，作品转给了他人，对方还没有作出决定。</translation>
    </message>
</context>
<context>
    <name>SignInForm</name>
    <message>
        <source>Sign in</source>
        <translation>登录</translation>
    </message>
    <message>
        <source>Set the old data aside and start anew…</source>
        <translation>搁置旧数据，重新开始…</translation>
    </message>
    <message>
        <source>Signing in…</source>
        <translation>正在登录…</translation>
    </message>
    <message>
        <source>Opening…</source>
        <translation>正在打开…</translation>
    </message>
    <message>
        <source>Account</source>
        <translation>账号</translation>
    </message>
    <message>
        <source>Forgot password</source>
        <translation>忘记密码</translation>
    </message>
    <message>
        <source>Password</source>
        <translation>密码</translation>
    </message>
    <message>
        <source>Remember me on this computer for 7 days</source>
        <translation>在这台电脑上记住我 7 天</translation>
    </message>
    <message>
        <source>Without signing in</source>
        <translation>不登录也可以</translation>
    </message>
    <message>
        <source>Continue offline where you left off</source>
        <translation>离线继续上次工作</translation>
    </message>
    <message>
        <source>Needs neither account nor network; nothing is submitted</source>
        <translation>不需账号和网络，不会提交</translation>
    </message>
    <message>
        <source>Try with sample data</source>
        <translation>用示例数据试用</translation>
    </message>
    <message numerus="yes">
        <source>%n to review</source>
        <translation>
            <numerusform>%n 件待审</numerusform>
        </translation>
    </message>
    <message>
        <source>{0} · {1}</source>
        <translation>{0} · {1}</translation>
    </message>
    <message>
        <source>Batch {0} · {1}</source>
        <translation>批次 {0} · {1}</translation>
    </message>
    <message numerus="yes">
        <source>%n to send</source>
        <translation>
            <numerusform>%n 条待发送</numerusform>
        </translation>
    </message>
    <message>
        <source>Enter the server&apos;s address.</source>
        <translation>填写服务器地址。</translation>
    </message>
    <message>
        <source>Enter your account.</source>
        <translation>填写账号。</translation>
    </message>
    <message>
        <source>Enter your password.</source>
        <translation>填写密码。</translation>
    </message>
    <message>
        <source>Start with empty data on this computer?</source>
        <translation>在这台电脑上从空数据开始？</translation>
    </message>
    <message>
        <source>The old folder is renamed and kept. Decisions in it that were not sent stay locked until its key is found.</source>
        <translation>旧文件夹改名保留。其中没有送达的决定，要等找回密钥才能打开。</translation>
    </message>
    <message>
        <source>Keep as it is</source>
        <translation>保持不动</translation>
    </message>
    <message>
        <source>Start anew</source>
        <translation>重新开始</translation>
    </message>
    <message>
        <source>Passwords are reset by the platform administrator.</source>
        <translation>密码由平台管理员重置。</translation>
    </message>
    <message>
        <source>What is on this computer is kept; it opens again after the next sign-in.</source>
        <translation>本机的数据都在，下次登录后照常打开。</translation>
    </message>
</context>
<context>
    <name>SignInPage</name>
    <message>
        <source>Language</source>
        <translation>语言</translation>
    </message>
    <message>
        <source>Appearance</source>
        <translation>外观</translation>
    </message>
    <message>
        <source>Appearance: system</source>
        <translation>外观：跟随系统</translation>
    </message>
    <message>
        <source>Appearance: light</source>
        <translation>外观：浅色</translation>
    </message>
    <message>
        <source>Appearance: dark</source>
        <translation>外观：深色</translation>
    </message>
</context>
<context>
    <name>Skeleton</name>
    <message>
        <source>Loading</source>
        <translation>正在读取</translation>
    </message>
</context>
<context>
    <name>Stage</name>
    <message>
        <source>This file cannot be played</source>
        <translation>这个文件无法播放</translation>
    </message>
    <message>
        <source>No picture can be decoded. Facts and history are kept beside; you can decide.</source>
        <translation>解不出任何画面。资料和记录仍在右侧，可以照常决定。</translation>
    </message>
    <message>
        <source>This file has no picture</source>
        <translation>这个文件没有画面</translation>
    </message>
    <message>
        <source>There is sound, but no picture came. You can decide.</source>
        <translation>有声音，但没有画面。可以照常决定。</translation>
    </message>
    <message>
        <source>The video broke off at {at}</source>
        <translation>视频在 {at} 之后无法播放</translation>
    </message>
    <message>
        <source>The video is no longer on this computer</source>
        <translation>视频文件已不在本机</translation>
    </message>
    <message>
        <source>Markers are kept. Try again; if it stops there again, the file is damaged.</source>
        <translation>标记已保留，可以再试；若仍停在这里，说明文件已损坏。</translation>
    </message>
    <message>
        <source>Nothing else is lost. With a network it can be watched from the server.</source>
        <translation>其他内容都在。联网后可从服务器观看。</translation>
    </message>
    <message>
        <source>VLC is not installed on this computer</source>
        <translation>这台电脑没有安装 VLC</translation>
    </message>
    <message>
        <source>The desk plays videos with it. Install VLC 3 (64 bit) from videolan.org, then start the desk again.</source>
        <translation>播放视频要用到它。请从 videolan.org 安装 64 位 VLC 3，再重新打开工作台；资料和决定不受影响。</translation>
    </message>
    <message>
        <source>This work is not on this computer yet</source>
        <translation>这件作品还没下载到本机</translation>
    </message>
    <message>
        <source>It comes first when the network is back. {ready}</source>
        <translation>联网后排在第 1 个下载。{ready}</translation>
    </message>
    <message>
        <source>The server did not give out this video just now</source>
        <translation>服务器暂时没有给出这个视频</translation>
    </message>
    <message>
        <source>It is downloaded as soon as possible. Decisions are not affected.</source>
        <translation>会尽快下载，不影响作决定。</translation>
    </message>
    <message>
        <source>No video belongs to this work</source>
        <translation>这件作品没有视频</translation>
    </message>
    <message>
        <source>The author sent none, or it was removed.</source>
        <translation>作者没有上传，或文件已被移除。</translation>
    </message>
    <message>
        <source>This work is no longer on this computer</source>
        <translation>这件作品已不在本机</translation>
    </message>
    <message>
        <source>It was decided; what you decided stands beside.</source>
        <translation>审核决定见右侧。</translation>
    </message>
    <message>
        <source>No work is chosen</source>
        <translation>没有选中作品</translation>
    </message>
    <message>
        <source>Others that can be reviewed now: {0}.</source>
        <translation>另有 {0} 件可以现在审。</translation>
    </message>
</context>
<context>
    <name>Status</name>
    <message>
        <source>Connecting</source>
        <translation>连接中</translation>
    </message>
    <message>
        <source>Online</source>
        <translation>在线</translation>
    </message>
    <message>
        <source>Slow network</source>
        <translation>网络慢</translation>
    </message>
    <message>
        <source>Offline</source>
        <translation>离线</translation>
    </message>
    <message>
        <source>Kept offline</source>
        <translation>保持离线</translation>
    </message>
    <message>
        <source>Signed out</source>
        <translation>未登录</translation>
    </message>
    <message>
        <source>Desk too old</source>
        <translation>版本过旧</translation>
    </message>
    <message>
        <source>Last sync {0}</source>
        <translation>上次同步 {0}</translation>
    </message>
    <message>
        <source>Sync now (F5)</source>
        <translation>立即同步（F5）</translation>
    </message>
    <message>
        <source>Outbox {0}</source>
        <translation>发件箱 {0}</translation>
    </message>
    <message>
        <source>Decisions not yet delivered</source>
        <translation>还没有送达的决定</translation>
    </message>
    <message>
        <source>Conflicts {0}</source>
        <translation>冲突 {0}</translation>
    </message>
    <message>
        <source>Cache {0} / {1} GB</source>
        <translation>缓存 {0} / {1} GB</translation>
    </message>
    <message>
        <source>Downloaded videos</source>
        <translation>已下载的视频</translation>
    </message>
    <message>
        <source>Claim runs out in {0}</source>
        <translation>领取批次 {0} 后到期</translation>
    </message>
    <message>
        <source>Claim has run out</source>
        <translation>领取批次已到期</translation>
    </message>
    <message>
        <source>Works not decided by then go back; decisions are kept.</source>
        <translation>到期自动归还，已作决定保留。</translation>
    </message>
    <message>
        <source>Sample data, nothing is submitted</source>
        <translation>示例数据，不会提交</translation>
    </message>
    <message>
        <source>Commands</source>
        <translation>命令</translation>
    </message>
    <message>
        <source>Keys</source>
        <translation>快捷键</translation>
    </message>
    <message>
        <source>Version {0}</source>
        <translation>版本 {0}</translation>
    </message>
    <message>
        <source>Not signed in</source>
        <translation>未登录</translation>
    </message>
</context>
<context>
    <name>SyncCentre</name>
    <message>
        <source>No network</source>
        <translation>连不上服务器</translation>
    </message>
    <message>
        <source>Connection not secure</source>
        <translation>连接不安全</translation>
    </message>
    <message>
        <source>Something else answered</source>
        <translation>答复的不是我们的服务器</translation>
    </message>
    <message>
        <source>The answer broke off</source>
        <translation>答复中断</translation>
    </message>
    <message>
        <source>The server is not available</source>
        <translation>服务器暂不可用</translation>
    </message>
    <message>
        <source>The server made an error</source>
        <translation>服务器出错</translation>
    </message>
    <message>
        <source>No answer to this entry</source>
        <translation>没有收到答复</translation>
    </message>
    <message>
        <source>The server was restored</source>
        <translation>服务器已恢复备份</translation>
    </message>
    <message>
        <source>The work no longer exists</source>
        <translation>作品已不存在</translation>
    </message>
    <message>
        <source>Not allowed for your role</source>
        <translation>当前角色无权操作</translation>
    </message>
    <message>
        <source>Reasons or text are not valid</source>
        <translation>理由或文字不符合要求</translation>
    </message>
    <message>
        <source>The number was used before</source>
        <translation>编号重复</translation>
    </message>
    <message>
        <source>Somebody decided before</source>
        <translation>已有人先决定</translation>
    </message>
    <message>
        <source>The claim had passed on</source>
        <translation>领取已转给他人</translation>
    </message>
    <message>
        <source>The work had changed</source>
        <translation>作品已被修改</translation>
    </message>
    <message>
        <source>It was taken back</source>
        <translation>已被撤回</translation>
    </message>
    <message>
        <source>Not signed in</source>
        <translation>未登录</translation>
    </message>
    <message>
        <source>The sign-in has expired</source>
        <translation>登录已过期</translation>
    </message>
    <message>
        <source>The sign-in was ended</source>
        <translation>登录已被终止</translation>
    </message>
    <message>
        <source>The account is suspended</source>
        <translation>账号已停用</translation>
    </message>
    <message>
        <source>This desk is too old</source>
        <translation>客户端版本过旧</translation>
    </message>
    <message>
        <source>The server did not accept it</source>
        <translation>服务器未接受</translation>
    </message>
    <message>
        <source>Connecting</source>
        <translation>正在连接</translation>
    </message>
    <message>
        <source>Online</source>
        <translation>在线</translation>
    </message>
    <message>
        <source>Online · slow</source>
        <translation>在线 · 较慢</translation>
    </message>
    <message>
        <source>Offline</source>
        <translation>离线</translation>
    </message>
    <message>
        <source>Kept offline</source>
        <translation>保持离线</translation>
    </message>
    <message>
        <source>Signed out</source>
        <translation>已退出登录</translation>
    </message>
    <message>
        <source>Desk too old</source>
        <translation>版本过旧</translation>
    </message>
    <message>
        <source>round trip {0} ms</source>
        <translation>往返 {0} 毫秒</translation>
    </message>
    <message>
        <source>Not synced yet since the start</source>
        <translation>启动后还没有同步</translation>
    </message>
    <message>
        <source>Last sync {0}</source>
        <translation>上次同步 {0}</translation>
    </message>
    <message>
        <source>You keep the desk offline: nothing is sent or fetched, decisions wait in the outbox</source>
        <translation>已选择保持离线：不收不发，决定都在发件箱里等待</translation>
    </message>
    <message>
        <source>Connecting to the server</source>
        <translation>正在连接服务器</translation>
    </message>
    <message>
        <source>Some entries were set aside after several tries; they are kept, the others go on</source>
        <translation>有条目多次发送未成，已搁置保留，其余照常发送</translation>
    </message>
    <message>
        <source>Connected; {0} entries are on their way</source>
        <translation>已连接，{0} 条正在送达</translation>
    </message>
    <message>
        <source>Connected; everything has been delivered</source>
        <translation>已连接，全部送达</translation>
    </message>
    <message>
        <source>Connected again at {0}; everything has been delivered</source>
        <translation>{0} 恢复连接，全部送达</translation>
    </message>
    <message>
        <source>Connected again at {0}; {1} decisions made meanwhile are being sent, none is lost</source>
        <translation>{0} 恢复连接，离线期间的 {1} 个决定正在发送，没有丢失</translation>
    </message>
    <message>
        <source>Connected again at {0}; {2} entries are on their way</source>
        <translation>{0} 恢复连接，{2} 条正在送达</translation>
    </message>
    <message>
        <source>Next try in {0} s.</source>
        <translation>{0} 秒后自动重试。</translation>
    </message>
</context>
<context>
    <name>SyncCentrePage</name>
    <message>
        <source>Sync centre</source>
        <translation>同步中心</translation>
    </message>
    <message>
        <source>Claim more</source>
        <translation>再领一批</translation>
    </message>
    <message>
        <source>Renew claims</source>
        <translation>续期</translation>
    </message>
    <message>
        <source>Give back what is not decided…</source>
        <translation>归还未审作品…</translation>
    </message>
    <message>
        <source>Undo the entry chosen in the outbox</source>
        <translation>撤销发件箱中选定的一条</translation>
    </message>
    <message>
        <source>Clear cached videos…</source>
        <translation>清理缓存的视频…</translation>
    </message>
    <message>
        <source>Clear cached videos?</source>
        <translation>清理缓存的视频？</translation>
    </message>
    <message>
        <source>Videos and pictures of works that are decided or given back are removed from this computer. Those of works still to be reviewed and all decisions stay.</source>
        <translation>已决定或已归还作品的视频和封面会从本机删除。待审作品的视频和所有决定都保留。</translation>
    </message>
    <message>
        <source>Keep</source>
        <translation>不清理</translation>
    </message>
    <message>
        <source>Clear</source>
        <translation>清理</translation>
    </message>
    <message>
        <source>Keep offline</source>
        <translation>保持离线</translation>
    </message>
    <message>
        <source>Stops all traffic; decisions wait in the outbox ({0})</source>
        <translation>停止一切收发，决定在发件箱里等待（{0}）</translation>
    </message>
    <message>
        <source>Sync now</source>
        <translation>立即同步</translation>
    </message>
    <message>
        <source>Resume downloads</source>
        <translation>继续下载</translation>
    </message>
    <message>
        <source>Pause downloads</source>
        <translation>全部暂停</translation>
    </message>
    <message>
        <source>{0} freed.</source>
        <translation>已腾出 {0}。</translation>
    </message>
    <message>
        <source>There was nothing to clear.</source>
        <translation>没有可以清理的文件。</translation>
    </message>
</context>
<context>
    <name>TakeOverDialog</name>
    <message>
        <source>Take over “{0}”?</source>
        <translation>接管《{0}》？</translation>
    </message>
    <message>
        <source>{0} holds it now. It leaves their queue; what they decided without a network is kept as a conflict.</source>
        <translation>{0} 正领取着它。接管后它会移出对方的队列；对方离线作出的决定会作为冲突保留。</translation>
    </message>
    <message>
        <source>Leave it</source>
        <translation>不接管</translation>
    </message>
    <message>
        <source>Take over</source>
        <translation>接管</translation>
    </message>
    <message>
        <source>Such as: on leave, the work is urgent</source>
        <translation>例如：对方休假，作品急需发布</translation>
    </message>
    <message>
        <source>Why do you take it over?</source>
        <translation>为什么接管？</translation>
    </message>
    <message>
        <source>Write down why; it is noted in the audit.</source>
        <translation>请写明原因，会记入审计。</translation>
    </message>
</context>
<context>
    <name>Tiles</name>
    <message>
        <source>Clear…</source>
        <translation>清理…</translation>
    </message>
    <message>
        <source>Network</source>
        <translation>网络</translation>
    </message>
    <message>
        <source>Outbox</source>
        <translation>发件箱</translation>
    </message>
    <message>
        <source>Conflicts</source>
        <translation>冲突</translation>
    </message>
    <message>
        <source>Cache</source>
        <translation>缓存</translation>
    </message>
    <message>
        <source>Your decisions are kept, nothing is overwritten</source>
        <translation>你的决定已保留，不会自动覆盖</translation>
    </message>
    <message numerus="yes">
        <source>%n to answer</source>
        <translation>
            <numerusform>%n 条待处理</numerusform>
        </translation>
    </message>
    <message>
        <source>None</source>
        <translation>没有</translation>
    </message>
    <message numerus="yes">
        <source>%n being sent</source>
        <translation>
            <numerusform>%n 条发送中</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n tried again soon</source>
        <translation>
            <numerusform>%n 条将重试</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n set aside</source>
        <translation>
            <numerusform>%n 条已搁置</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n to be sent</source>
        <translation>
            <numerusform>%n 条待发送</numerusform>
        </translation>
    </message>
    <message>
        <source>Empty</source>
        <translation>没有待发送</translation>
    </message>
    <message>
        <source>Waiting to be sent in order</source>
        <translation>按先后等待发送</translation>
    </message>
    <message>
        <source>Everything has been delivered</source>
        <translation>全部送达</translation>
    </message>
    <message numerus="yes">
        <source>%n answer(s) on the way</source>
        <translation>
            <numerusform>%n 条答复待送达</numerusform>
        </translation>
    </message>
    <message>
        <source>Nobody decided before you</source>
        <translation>没有人先于你决定</translation>
    </message>
    <message>
        <source>No video of a claimed work yet</source>
        <translation>还没有可离线审的作品</translation>
    </message>
    <message numerus="yes">
        <source>%n work(s) to review offline · about {0} min</source>
        <translation>
            <numerusform>可离线审 %n 件 · 约 {0} 分钟</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Timeline</name>
    <message>
        <source>Timeline</source>
        <translation>时间轴</translation>
    </message>
    <message>
        <source>{0} of {1}</source>
        <translation>{0}，共 {1}</translation>
    </message>
    <message>
        <source>{0}, longer than 2:00</source>
        <translation>{0}，超过 2:00</translation>
    </message>
</context>
<context>
    <name>Transport</name>
    <message>
        <source>Previous frame  ,</source>
        <translation>上一帧  ,</translation>
    </message>
    <message>
        <source>Next frame  .</source>
        <translation>下一帧  .</translation>
    </message>
    <message>
        <source>Full screen  F</source>
        <translation>全屏  F</translation>
    </message>
    <message>
        <source>Volume</source>
        <translation>音量</translation>
    </message>
    <message>
        <source>Pause  Space</source>
        <translation>暂停  Space</translation>
    </message>
    <message>
        <source>Play  Space</source>
        <translation>播放  Space</translation>
    </message>
    <message>
        <source>Speed  &lt; &gt;</source>
        <translation>速度  &lt; &gt;</translation>
    </message>
    <message>
        <source>Loop from here</source>
        <translation>从这里开始循环</translation>
    </message>
    <message>
        <source>Loop to here</source>
        <translation>循环到这里</translation>
    </message>
    <message>
        <source>End the loop</source>
        <translation>结束循环</translation>
    </message>
    <message>
        <source>Sound on  Shift+M</source>
        <translation>打开声音  Shift+M</translation>
    </message>
    <message>
        <source>Mute  Shift+M</source>
        <translation>静音  Shift+M</translation>
    </message>
    <message>
        <source>Fit the picture</source>
        <translation>适合画面</translation>
    </message>
    <message>
        <source>Original size, 100 %</source>
        <translation>原始大小，100 %</translation>
    </message>
</context>
<context>
    <name>VideoSurface</name>
    <message>
        <source>Video</source>
        <translation>视频</translation>
    </message>
</context>
<context>
    <name>Viewer</name>
    <message>
        <source>Viewer</source>
        <translation>播放区</translation>
    </message>
    <message>
        <source>Next one that can be watched</source>
        <translation>下一件可审的</translation>
    </message>
    <message>
        <source>Stay here</source>
        <translation>留在这里</translation>
    </message>
    <message>
        <source>Reject…</source>
        <translation>驳回…</translation>
    </message>
    <message>
        <source>Try again</source>
        <translation>重试</translation>
    </message>
</context>
<context>
    <name>ViewerHeader</name>
    <message>
        <source>Previous</source>
        <translation>上一件</translation>
    </message>
    <message>
        <source>Next</source>
        <translation>下一件</translation>
    </message>
    <message>
        <source>Unfold the inspector</source>
        <translation>展开检视栏</translation>
    </message>
</context>
<context>
    <name>WindowKeys</name>
    <message>
        <source>{0}, {1}</source>
        <translation>{0}，{1}</translation>
    </message>
    <message>
        <source>Sign out</source>
        <translation>退出登录</translation>
    </message>
    <message>
        <source>{0} · {1}</source>
        <translation>{0} · {1}</translation>
    </message>
    <message>
        <source>Copy the server&apos;s address</source>
        <translation>复制服务器地址</translation>
    </message>
    <message>
        <source>Change person</source>
        <translation>切换人员</translation>
    </message>
    <message>
        <source>Leave the sample data</source>
        <translation>退出示例数据</translation>
    </message>
</context>
<context>
    <name>WindowPopups</name>
    <message>
        <source>Go to</source>
        <translation>前往</translation>
    </message>
    <message>
        <source>Desk</source>
        <translation>工作台</translation>
    </message>
    <message>
        <source>Take up traffic again</source>
        <translation>恢复联网</translation>
    </message>
    <message>
        <source>Keep offline</source>
        <translation>保持离线</translation>
    </message>
    <message>
        <source>Sync now</source>
        <translation>立即同步</translation>
    </message>
    <message>
        <source>Change person</source>
        <translation>切换人员</translation>
    </message>
    <message>
        <source>Sign out</source>
        <translation>退出登录</translation>
    </message>
    <message>
        <source>Full-screen window</source>
        <translation>窗口全屏</translation>
    </message>
    <message>
        <source>Keyboard shortcuts</source>
        <translation>键盘快捷键</translation>
    </message>
    <message>
        <source>Quit</source>
        <translation>退出</translation>
    </message>
    <message>
        <source>Appearance</source>
        <translation>外观</translation>
    </message>
    <message>
        <source>Light theme</source>
        <translation>浅色外观</translation>
    </message>
    <message>
        <source>Dark theme</source>
        <translation>深色外观</translation>
    </message>
    <message>
        <source>System theme</source>
        <translation>外观跟随系统</translation>
    </message>
    <message>
        <source>Larger text</source>
        <translation>放大文字</translation>
    </message>
    <message>
        <source>Smaller text</source>
        <translation>缩小文字</translation>
    </message>
    <message>
        <source>Try with sample data</source>
        <translation>用示例数据试用</translation>
    </message>
</context>
<context>
    <name>WorkFacts</name>
    <message>
        <source>Longer than 2 minutes</source>
        <translation>时长超过 2 分钟</translation>
    </message>
    <message>
        <source>Runs {duration}, the limit is {limit}</source>
        <translation>实际时长 {duration}，上限 {limit}</translation>
    </message>
    <message>
        <source>Larger than 100 MB</source>
        <translation>文件超过 100 MB</translation>
    </message>
    <message>
        <source>The file has {size}</source>
        <translation>文件大小 {size}</translation>
    </message>
    <message>
        <source>The file cannot be played</source>
        <translation>文件可能无法播放</translation>
    </message>
    <message>
        <source>No picture could be decoded on the server</source>
        <translation>服务器没能解出任何画面</translation>
    </message>
    <message>
        <source>The file is empty</source>
        <translation>文件是空的</translation>
    </message>
    <message>
        <source>0 bytes arrived</source>
        <translation>收到 0 字节</translation>
    </message>
    <message>
        <source>Not a video</source>
        <translation>可能不是视频</translation>
    </message>
    <message>
        <source>The content is of another kind than the name says</source>
        <translation>文件内容与扩展名不符</translation>
    </message>
    <message>
        <source>The file is damaged in places</source>
        <translation>文件疑似局部损坏</translation>
    </message>
    <message>
        <source>Some pictures could not be decoded; it may stop or jump</source>
        <translation>部分画面无法解码，播放可能中断或跳帧</translation>
    </message>
    <message>
        <source>No picture track</source>
        <translation>没有画面</translation>
    </message>
    <message>
        <source>The file has sound only</source>
        <translation>文件只有声音</translation>
    </message>
    <message>
        <source>No sound track</source>
        <translation>没有声音轨</translation>
    </message>
    <message>
        <source>Speech cannot be judged</source>
        <translation>无法判断普通话与口齿</translation>
    </message>
    <message>
        <source>No picture</source>
        <translation>没有画面</translation>
    </message>
    <message>
        <source>There is a picture track, but no picture could be decoded</source>
        <translation>有画面轨，但解不出画面</translation>
    </message>
    <message>
        <source>The check was stopped</source>
        <translation>检查被中止</translation>
    </message>
    <message>
        <source>It took too long or too much memory; the file may be malformed</source>
        <translation>耗时或内存超限，文件可能异常</translation>
    </message>
    <message>
        <source>Stated and real duration differ</source>
        <translation>标称时长与实际不符</translation>
    </message>
    <message>
        <source>The pictures end at {duration}</source>
        <translation>画面实际到 {duration} 为止</translation>
    </message>
    <message>
        <source>Something unusual about the file</source>
        <translation>文件有一处异常</translation>
    </message>
    <message>
        <source>Reported by a newer server; please watch with care</source>
        <translation>由较新的服务器报告，请留意观看</translation>
    </message>
    <message>
        <source>yes</source>
        <translation>有</translation>
    </message>
    <message>
        <source>Duration</source>
        <translation>时长</translation>
    </message>
    <message>
        <source>Size</source>
        <translation>大小</translation>
    </message>
    <message>
        <source>Picture</source>
        <translation>画面</translation>
    </message>
    <message>
        <source>Sound track</source>
        <translation>声音轨</translation>
    </message>
    <message>
        <source>Video</source>
        <translation>视频</translation>
    </message>
    <message>
        <source>Audio</source>
        <translation>音频</translation>
    </message>
    <message>
        <source>{0} frames/s</source>
        <translation>{0} 帧/秒</translation>
    </message>
    <message>
        <source>No organization</source>
        <translation>未加入组织</translation>
    </message>
    <message>
        <source> ({0})</source>
        <translation>（{0}）</translation>
    </message>
    <message>
        <source>, </source>
        <translation>、</translation>
    </message>
</context>
<context>
    <name>WorkHistory</name>
    <message>
        <source>First submission</source>
        <translation>首次提交</translation>
    </message>
    <message>
        <source>Author submitted again</source>
        <translation>作者重新提交</translation>
    </message>
    <message>
        <source>Approved</source>
        <translation>通过</translation>
    </message>
    <message>
        <source>Rejected</source>
        <translation>驳回</translation>
    </message>
    <message>
        <source>Decision withdrawn</source>
        <translation>决定已撤销</translation>
    </message>
    <message>
        <source>Withdrawn by the author</source>
        <translation>作者撤回</translation>
    </message>
    <message>
        <source>Author changed the text</source>
        <translation>作者修改了文字</translation>
    </message>
    <message>
        <source>Applied</source>
        <translation>提交申请</translation>
    </message>
    <message>
        <source>Applied again</source>
        <translation>修改后再次提交</translation>
    </message>
    <message>
        <source>Taken back by the applicant</source>
        <translation>申请人撤回</translation>
    </message>
    <message>
        <source>Changed by the applicant</source>
        <translation>申请人修改</translation>
    </message>
    <message>
        <source>Changed</source>
        <translation>有变动</translation>
    </message>
    <message>
        <source>{0}: {1}</source>
        <translation>{0}：{1}</translation>
    </message>
    <message>
        <source>{0} “{1}”</source>
        <translation>{0}，“{1}”</translation>
    </message>
</context>
<context>
    <name>WorkState</name>
    <message>
        <source>Conflict</source>
        <translation>冲突</translation>
    </message>
    <message>
        <source>To review</source>
        <translation>待审核</translation>
    </message>
    <message>
        <source>Approved</source>
        <translation>已通过</translation>
    </message>
    <message>
        <source>Rejected</source>
        <translation>已驳回</translation>
    </message>
    <message>
        <source>Not accepted</source>
        <translation>未接受</translation>
    </message>
    <message>
        <source>Decided here, not sent</source>
        <translation>本机已决定·待同步</translation>
    </message>
</context>
<context>
    <name>WorksPage</name>
    <message>
        <source>Did not play</source>
        <translation>未能播放</translation>
    </message>
    <message>
        <source>The server is asked to take the decision back.</source>
        <translation>撤回请求已进入发件箱，等待服务器确认。</translation>
    </message>
    <message>
        <source>Works</source>
        <translation>作品审核</translation>
    </message>
    <message>
        <source>Approve</source>
        <translation>通过</translation>
    </message>
    <message>
        <source>Reject…</source>
        <translation>驳回…</translation>
    </message>
    <message>
        <source>Skip</source>
        <translation>跳过</translation>
    </message>
    <message>
        <source>Undo the last decision</source>
        <translation>撤销上一个决定</translation>
    </message>
    <message>
        <source>Claim more works</source>
        <translation>再领一批</translation>
    </message>
    <message>
        <source>Search the queue</source>
        <translation>搜索队列</translation>
    </message>
    <message>
        <source>Play or pause</source>
        <translation>播放 / 暂停</translation>
    </message>
    <message>
        <source>Full-screen video</source>
        <translation>全屏播放</translation>
    </message>
    <message>
        <source>Rows of the timeline</source>
        <translation>时间轴行数</translation>
    </message>
    <message>
        <source>Renew the claim</source>
        <translation>续期</translation>
    </message>
    <message>
        <source>Give back all undecided works…</source>
        <translation>归还全部未审作品…</translation>
    </message>
    <message>
        <source>Fold or unfold the inspector</source>
        <translation>收起或展开检视栏</translation>
    </message>
</context>
<context>
    <name>WorksTable</name>
    <message>
        <source>All works</source>
        <translation>全部作品</translation>
    </message>
</context>
<context>
    <name>failures</name>
    <message>
        <source>{0} ({1})</source>
        <translation>{0}（{1}）</translation>
    </message>
    <message>
        <source>Your decisions stay in the outbox.</source>
        <translation>决定都在发件箱里。</translation>
    </message>
    <message>
        <source>Your decisions and all videos that are here are kept.</source>
        <translation>审核决定和已缓存的视频都在。</translation>
    </message>
    <message>
        <source>It is tried again by itself.</source>
        <translation>会自动重试。</translation>
    </message>
    <message>
        <source>Sign in again to send them.</source>
        <translation>重新登录后继续发送。</translation>
    </message>
    <message>
        <source>Ask your platform administrator.</source>
        <translation>请联系平台管理员。</translation>
    </message>
    <message>
        <source>The server cannot be reached.</source>
        <translation>连不上服务器。</translation>
    </message>
    <message>
        <source>The connection is not secure: the server&apos;s certificate could not be verified.</source>
        <translation>连接不安全：无法验证服务器的证书。</translation>
    </message>
    <message>
        <source>Nothing was sent; your decisions stay in the outbox.</source>
        <translation>什么都没有发送，决定都在发件箱里。</translation>
    </message>
    <message>
        <source>Check the date of this computer and the address, or ask your network administrator.</source>
        <translation>检查本机日期和服务器地址，或联系网络管理员。</translation>
    </message>
    <message>
        <source>What answered at this address is not the desk&apos;s server (perhaps the sign-in page of the network).</source>
        <translation>这个地址回应的不是工作台服务器（可能是网络的登录页）。</translation>
    </message>
    <message>
        <source>Sign in to the network in a browser, or check the address.</source>
        <translation>先在浏览器里登录网络，或检查地址。</translation>
    </message>
    <message>
        <source>The server&apos;s answer broke off.</source>
        <translation>服务器的回应中途断了。</translation>
    </message>
    <message>
        <source>The server is not available for the moment.</source>
        <translation>服务器暂时不可用。</translation>
    </message>
    <message>
        <source>Too many attempts to sign in.</source>
        <translation>登录尝试太多。</translation>
    </message>
    <message>
        <source>What is on this computer is kept.</source>
        <translation>本机的数据都在。</translation>
    </message>
    <message>
        <source>Try again in {seconds} s.</source>
        <translation>{seconds} 秒后再试。</translation>
    </message>
    <message>
        <source>Account or password is wrong.</source>
        <translation>账号或密码不对。</translation>
    </message>
    <message>
        <source>Check both and try again.</source>
        <translation>核对后再试一次。</translation>
    </message>
    <message>
        <source>This account is suspended.</source>
        <translation>这个账号已停用。</translation>
    </message>
    <message>
        <source>You are no longer signed in.</source>
        <translation>登录已失效。</translation>
    </message>
    <message>
        <source>Your sign-in has expired.</source>
        <translation>登录已过期。</translation>
    </message>
    <message>
        <source>Your sign-in was ended on the server.</source>
        <translation>登录已被服务器结束。</translation>
    </message>
    <message>
        <source>This version of the desk is too old for the server.</source>
        <translation>这个版本的工作台太旧，服务器不再接受。</translation>
    </message>
    <message>
        <source>Install version {oldest} or newer.</source>
        <translation>安装 {oldest} 或更新的版本。</translation>
    </message>
    <message>
        <source>Your role may not do this.</source>
        <translation>你的角色不能这样做。</translation>
    </message>
    <message>
        <source>Somebody who has not worked on this must confirm it.</source>
        <translation>须由未经手此名单的人确认。</translation>
    </message>
    <message>
        <source>Ask a colleague to confirm it.</source>
        <translation>请另一位同事确认。</translation>
    </message>
    <message>
        <source>The server does not have this entry any more.</source>
        <translation>服务器上已没有这一条。</translation>
    </message>
    <message>
        <source>Refresh with F5.</source>
        <translation>按 F5 刷新。</translation>
    </message>
    <message>
        <source>The claim on this work has passed to somebody else.</source>
        <translation>这件作品已由他人领取。</translation>
    </message>
    <message>
        <source>Your decision is kept.</source>
        <translation>你的决定已保留。</translation>
    </message>
    <message>
        <source>Claim more works to go on.</source>
        <translation>可以再领一批继续。</translation>
    </message>
    <message>
        <source>The work has changed meanwhile.</source>
        <translation>作品在此期间有改动。</translation>
    </message>
    <message>
        <source>The entry is in another state by now.</source>
        <translation>这一条的状态已经变了。</translation>
    </message>
    <message>
        <source>The disk is full; this was not saved.</source>
        <translation>磁盘已满，这一次没有存上。</translation>
    </message>
    <message>
        <source>Everything saved before is kept.</source>
        <translation>之前存下的都在。</translation>
    </message>
    <message>
        <source>Free some space, or clear cached videos in the sync centre, and do it again.</source>
        <translation>腾出空间，或在同步中心清理缓存的视频，然后重做一次。</translation>
    </message>
    <message>
        <source>“{title}” is not fetched: less than 2 GB is free on the disk of this computer.</source>
        <translation>“{title}”没有下载：这台电脑的磁盘剩余不足 2 GB。</translation>
    </message>
    <message>
        <source>Free some space on the disk; downloads then go on by themselves.</source>
        <translation>请腾出一些磁盘空间，之后会自动继续下载。</translation>
    </message>
    <message>
        <source>“{title}” is not fetched: the space set aside for videos is full.</source>
        <translation>“{title}”没有下载：视频缓存已达上限。</translation>
    </message>
    <message>
        <source>Allow more space in the settings, or decide the works that are here first.</source>
        <translation>请在设置里调大“视频缓存上限”，或先审完已缓存的作品。</translation>
    </message>
    <message>
        <source>The key of the local data could not be found or does not fit.</source>
        <translation>找不到本机数据的密钥，或密钥不符。</translation>
    </message>
    <message>
        <source>The data was not touched.</source>
        <translation>数据没有改动。</translation>
    </message>
    <message>
        <source>Sign in with the password while online, or restore the system keyring.</source>
        <translation>联网后用密码登录，或恢复系统钥匙串。</translation>
    </message>
    <message>
        <source>The local data is in use by another window of the desk.</source>
        <translation>本机数据正被另一个工作台窗口使用。</translation>
    </message>
    <message>
        <source>Nothing was changed.</source>
        <translation>没有任何改动。</translation>
    </message>
    <message>
        <source>Use that window, or close it first.</source>
        <translation>使用那个窗口，或先关闭它。</translation>
    </message>
    <message>
        <source>The local data was written by a newer version of the desk.</source>
        <translation>本机数据由更新版本的工作台写入。</translation>
    </message>
    <message>
        <source>Install the newer version.</source>
        <translation>安装更新的版本。</translation>
    </message>
    <message>
        <source>The SQLite library of this computer is too old for the local data.</source>
        <translation>这台电脑的 SQLite 库太旧，不能用于本机数据。</translation>
    </message>
    <message>
        <source>Install the desk again with its own libraries.</source>
        <translation>请连同自带的库重新安装工作台。</translation>
    </message>
    <message>
        <source>This is not the address of a server.</source>
        <translation>这不是服务器的地址。</translation>
    </message>
    <message>
        <source>Enter it as you were given it, such as desk.example.org.</source>
        <translation>按收到的样子填写，例如 desk.example.org。</translation>
    </message>
    <message>
        <source>Without https the password would go over the network in the clear.</source>
        <translation>没有 https，密码会以明文经过网络。</translation>
    </message>
    <message>
        <source>Nothing was sent.</source>
        <translation>什么都没有发送。</translation>
    </message>
    <message>
        <source>Leave http:// out, or ask your platform administrator.</source>
        <translation>去掉 http://，或联系平台管理员。</translation>
    </message>
    <message>
        <source>The password does not match the one last used on this computer.</source>
        <translation>密码与这台电脑上次使用的不一致。</translation>
    </message>
    <message>
        <source>Check it and try again.</source>
        <translation>核对后再试一次。</translation>
    </message>
    <message>
        <source>The last sign-in with the server was more than 14 days ago.</source>
        <translation>距上次联网登录已超过 14 天。</translation>
    </message>
    <message>
        <source>Claimed works and decisions are kept.</source>
        <translation>已领取的作品和决定都在。</translation>
    </message>
    <message>
        <source>Sign in once while online.</source>
        <translation>联网登录一次即可。</translation>
    </message>
    <message>
        <source>This person has not signed in on this computer yet.</source>
        <translation>这个账号还没有在这台电脑上登录过。</translation>
    </message>
    <message>
        <source>The server of the sample data did not start.</source>
        <translation>示例数据的服务器没有启动。</translation>
    </message>
    <message>
        <source>Your own data is not touched.</source>
        <translation>你自己的数据没有改动。</translation>
    </message>
    <message>
        <source>Start with --demo --reset, and look at the log if it happens again.</source>
        <translation>用 --demo --reset 重新开始；再次出现时请查看日志。</translation>
    </message>
    <message>
        <source>The server did not accept this.</source>
        <translation>服务器没有接受。</translation>
    </message>
    <message>
        <source>Another person used this account name on this computer before.</source>
        <translation>这个账号名以前由另一个人在这台电脑上使用过。</translation>
    </message>
    <message>
        <source>Their data were put aside, with {0} unsent decisions; ask an administrator.</source>
        <translation>那个人的数据已另外收好，其中有 {0} 个没有送出的决定；需要取回请找管理员。</translation>
    </message>
    <message>
        <source>The cached works were damaged; they are fetched anew.</source>
        <translation>缓存的作品有损坏，正在重新获取。</translation>
    </message>
    <message>
        <source>Your decisions are all there.</source>
        <translation>你的决定都在。</translation>
    </message>
    <message>
        <source>The outbox was damaged; {0} decisions were recovered.</source>
        <translation>发件箱有损坏，已找回 {0} 个决定。</translation>
    </message>
    <message>
        <source>{0} entries of its log could not be read.</source>
        <translation>日志中有 {0} 条读不出来。</translation>
    </message>
    <message>
        <source>The damaged file is kept beside it.</source>
        <translation>损坏的文件保留在旁边。</translation>
    </message>
</context>
<context>
    <name>hotkeys</name>
    <message>
        <source>Everywhere</source>
        <translation>全局</translation>
    </message>
    <message>
        <source>Decide</source>
        <translation>审核</translation>
    </message>
    <message>
        <source>Queue</source>
        <translation>队列</translation>
    </message>
    <message>
        <source>Batch of works</source>
        <translation>作品批次</translation>
    </message>
    <message>
        <source>Reject panel</source>
        <translation>驳回面板</translation>
    </message>
    <message>
        <source>Player</source>
        <translation>播放</translation>
    </message>
    <message>
        <source>Papers of organizations</source>
        <translation>证明材料</translation>
    </message>
    <message>
        <source>Boards</source>
        <translation>排行榜</translation>
    </message>
    <message>
        <source>Awards and certificates</source>
        <translation>奖项与证书</translation>
    </message>
    <message>
        <source>Lists and tables</source>
        <translation>列表与表格</translation>
    </message>
    <message>
        <source>Conflict</source>
        <translation>冲突</translation>
    </message>
    <message>
        <source>Sign-in</source>
        <translation>登录</translation>
    </message>
    <message>
        <source>Go to tab</source>
        <translation>切换标签页</translation>
    </message>
    <message>
        <source>Command palette</source>
        <translation>命令面板</translation>
    </message>
    <message>
        <source>Search</source>
        <translation>搜索</translation>
    </message>
    <message>
        <source>Refresh or sync</source>
        <translation>刷新或同步</translation>
    </message>
    <message>
        <source>Next region of the window</source>
        <translation>下一个区域</translation>
    </message>
    <message>
        <source>Previous region of the window</source>
        <translation>上一个区域</translation>
    </message>
    <message>
        <source>Keyboard shortcuts</source>
        <translation>键盘快捷键</translation>
    </message>
    <message>
        <source>Close, cancel, clear search</source>
        <translation>关闭、取消、清空搜索</translation>
    </message>
    <message>
        <source>Settings</source>
        <translation>设置</translation>
    </message>
    <message>
        <source>Keep offline</source>
        <translation>保持离线</translation>
    </message>
    <message>
        <source>Larger text</source>
        <translation>放大文字</translation>
    </message>
    <message>
        <source>Smaller text</source>
        <translation>缩小文字</translation>
    </message>
    <message>
        <source>Normal text size</source>
        <translation>恢复字号</translation>
    </message>
    <message>
        <source>Full-screen window</source>
        <translation>窗口全屏</translation>
    </message>
    <message>
        <source>Approve</source>
        <translation>通过</translation>
    </message>
    <message>
        <source>Reject…</source>
        <translation>驳回…</translation>
    </message>
    <message>
        <source>Skip</source>
        <translation>跳过</translation>
    </message>
    <message>
        <source>Undo the last decision (also if just delivered)</source>
        <translation>撤销上一个决定（刚送达的也可以）</translation>
    </message>
    <message>
        <source>Next</source>
        <translation>下一件</translation>
    </message>
    <message>
        <source>Previous</source>
        <translation>上一件</translation>
    </message>
    <message>
        <source>Claim a batch</source>
        <translation>再领一批</translation>
    </message>
    <message>
        <source>Choose a reason</source>
        <translation>选择理由</translation>
    </message>
    <message>
        <source>To the note</source>
        <translation>到说明栏</translation>
    </message>
    <message>
        <source>Insert the time</source>
        <translation>插入时间</translation>
    </message>
    <message>
        <source>Confirm rejection (Ctrl+Enter inside the note)</source>
        <translation>确认驳回（说明栏内用 Ctrl+Enter）</translation>
    </message>
    <message>
        <source>Back</source>
        <translation>返回</translation>
    </message>
    <message>
        <source>Play or pause</source>
        <translation>播放或暂停</translation>
    </message>
    <message>
        <source>Play back (again: 2×, 4×)</source>
        <translation>倒放（再按 2×、4×）</translation>
    </message>
    <message>
        <source>Play forward (again: 2×, 4×)</source>
        <translation>快放（再按 2×、4×）</translation>
    </message>
    <message>
        <source>Back 1 s</source>
        <translation>后退 1 秒</translation>
    </message>
    <message>
        <source>Forward 1 s</source>
        <translation>前进 1 秒</translation>
    </message>
    <message>
        <source>Skip back</source>
        <translation>向后跳</translation>
    </message>
    <message>
        <source>Skip forward</source>
        <translation>向前跳</translation>
    </message>
    <message>
        <source>Previous frame</source>
        <translation>上一帧</translation>
    </message>
    <message>
        <source>Next frame</source>
        <translation>下一帧</translation>
    </message>
    <message>
        <source>To the start</source>
        <translation>到开头</translation>
    </message>
    <message>
        <source>To the end</source>
        <translation>到结尾</translation>
    </message>
    <message>
        <source>Play from the start</source>
        <translation>从头播放</translation>
    </message>
    <message>
        <source>Set a marker</source>
        <translation>做标记</translation>
    </message>
    <message>
        <source>Loop from A to B (start, end, off)</source>
        <translation>A–B 循环（起点、终点、关闭）</translation>
    </message>
    <message>
        <source>Louder</source>
        <translation>调大音量</translation>
    </message>
    <message>
        <source>Quieter</source>
        <translation>调小音量</translation>
    </message>
    <message>
        <source>Mute</source>
        <translation>静音</translation>
    </message>
    <message>
        <source>Slower</source>
        <translation>减速</translation>
    </message>
    <message>
        <source>Faster</source>
        <translation>加速</translation>
    </message>
    <message>
        <source>Rows of the timeline</source>
        <translation>时间轴行数</translation>
    </message>
    <message>
        <source>Full-screen video</source>
        <translation>视频全屏</translation>
    </message>
    <message>
        <source>Fit or 100 %</source>
        <translation>适合窗口或 100 %</translation>
    </message>
    <message>
        <source>Larger</source>
        <translation>放大</translation>
    </message>
    <message>
        <source>Smaller</source>
        <translation>缩小</translation>
    </message>
    <message>
        <source>The whole page</source>
        <translation>整页</translation>
    </message>
    <message>
        <source>Turn clockwise</source>
        <translation>顺时针旋转</translation>
    </message>
    <message>
        <source>Previous page</source>
        <translation>上一页</translation>
    </message>
    <message>
        <source>Next page</source>
        <translation>下一页</translation>
    </message>
    <message>
        <source>Next file</source>
        <translation>下一份材料</translation>
    </message>
    <message>
        <source>Papers over the whole page</source>
        <translation>材料占满页面</translation>
    </message>
    <message>
        <source>Compare with similar organizations</source>
        <translation>与相似组织并排查看</translation>
    </message>
    <message>
        <source>The week before</source>
        <translation>上一周</translation>
    </message>
    <message>
        <source>The next week</source>
        <translation>下一周</translation>
    </message>
    <message>
        <source>Export to Excel…</source>
        <translation>导出 Excel…</translation>
    </message>
    <message>
        <source>Weekly bulletin…</source>
        <translation>周报…</translation>
    </message>
    <message>
        <source>Leave the work out…, or count it again…</source>
        <translation>作品不计入榜单…，或恢复计入…</translation>
    </message>
    <message>
        <source>Works left out</source>
        <translation>不计作品</translation>
    </message>
    <message>
        <source>Propose a list…</source>
        <translation>拟定名单…</translation>
    </message>
    <message>
        <source>Put the line in or take it out…</source>
        <translation>入选或移出这一行…</translation>
    </message>
    <message>
        <source>Submit the list…</source>
        <translation>提交名单…</translation>
    </message>
    <message>
        <source>Withdraw the list…</source>
        <translation>撤回名单…</translation>
    </message>
    <message>
        <source>Confirm the list and issue certificates…</source>
        <translation>确认名单并签发证书…</translation>
    </message>
    <message>
        <source>List or certificates</source>
        <translation>名单或证书</translation>
    </message>
    <message>
        <source>Revoke the certificate…</source>
        <translation>撤销证书…</translation>
    </message>
    <message>
        <source>Reissue the certificate…</source>
        <translation>重新签发证书…</translation>
    </message>
    <message>
        <source>Copy the certificate&apos;s code</source>
        <translation>复制证书的验证码</translation>
    </message>
    <message>
        <source>Export certificates…</source>
        <translation>导出证书…</translation>
    </message>
    <message>
        <source>Kinds of awards and their rules</source>
        <translation>奖项类别和规则</translation>
    </message>
    <message>
        <source>Next row</source>
        <translation>下一行</translation>
    </message>
    <message>
        <source>Previous row</source>
        <translation>上一行</translation>
    </message>
    <message>
        <source>Select the row</source>
        <translation>勾选这一行</translation>
    </message>
    <message>
        <source>Select from the last one to here</source>
        <translation>从上次勾选处勾选到这里</translation>
    </message>
    <message>
        <source>Select all to review</source>
        <translation>全选待审核</translation>
    </message>
    <message>
        <source>Approve the selected</source>
        <translation>通过勾选的</translation>
    </message>
    <message>
        <source>Reject the selected…</source>
        <translation>驳回勾选的…</translation>
    </message>
    <message>
        <source>Open</source>
        <translation>打开</translation>
    </message>
    <message>
        <source>Ask for a second look</source>
        <translation>申请复核</translation>
    </message>
    <message>
        <source>Accept the current result</source>
        <translation>接受现行结果</translation>
    </message>
    <message>
        <source>Later</source>
        <translation>稍后</translation>
    </message>
    <message>
        <source>Sign in</source>
        <translation>登录</translation>
    </message>
    <message>
        <source>Continue offline</source>
        <translation>离线继续</translation>
    </message>
    <message>
        <source>Try with sample data</source>
        <translation>用示例数据试用</translation>
    </message>
</context>
<context>
    <name>pages</name>
    <message>
        <source>Works</source>
        <translation>作品审核</translation>
    </message>
    <message>
        <source>All works</source>
        <translation>全部作品</translation>
    </message>
    <message>
        <source>Organizations</source>
        <translation>组织审核</translation>
    </message>
    <message>
        <source>Members</source>
        <translation>成员审核</translation>
    </message>
    <message>
        <source>Boards</source>
        <translation>排行榜</translation>
    </message>
    <message>
        <source>Awards</source>
        <translation>奖项</translation>
    </message>
    <message>
        <source>Sync</source>
        <translation>同步中心</translation>
    </message>
    <message>
        <source>Settings</source>
        <translation>设置</translation>
    </message>
</context>
<context>
    <name>roles</name>
    <message>
        <source>Moderator</source>
        <translation>平台审核员</translation>
    </message>
    <message>
        <source>Platform administrator</source>
        <translation>平台管理员</translation>
    </message>
    <message>
        <source>Organization administrator</source>
        <translation>组织管理员</translation>
    </message>
    <message>
        <source>Union staff</source>
        <translation>工会工作人员</translation>
    </message>
</context>
</TS>
