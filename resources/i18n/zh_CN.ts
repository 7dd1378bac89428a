<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="zh_CN" sourcelanguage="en">
<context>
    <name>BrandWell</name>
    <message>
        <source>One heart for the mission, new merit at every post</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>National workers&apos; storytelling campaign</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>5 August – 30 November 2024</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Yunjiangshu Desk</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Review · Organizations · Rankings · Works offline</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Videos and decisions are kept in an encrypted folder on this computer</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ConflictBox</name>
    <message>
        <source>Ask for a second look</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Accept the result</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Side by side</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>DecisionBar</name>
    <message>
        <source>Approve</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Reject…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Skip</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Mark</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Play the next one after deciding</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Undo</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Decision</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Takes the confirmed decision back; this is noted in the history</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Takes the decision out of the outbox</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>DemoForm</name>
    <message>
        <source>Sample data</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Choose whom to be. Everything stays on this computer, nothing is submitted.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Preparing the sample data…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Leave the sample data</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Signing in…</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>DetailsDialog</name>
    <message>
        <source>Details</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Copy details</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Close</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>FileChecks</name>
    <message>
        <source>File check</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Advice only; people decide</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>For people to judge: Mandarin and clarity · picture · theme</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Inspector</name>
    <message>
        <source>Review</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Fold the inspector</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>About the work</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>History</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>File check {0}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{0} ({1})</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Organization</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Theme</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Sent</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>File</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>About</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Submission {0}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Author</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>LastDecision</name>
    <message>
        <source>Decided here · not sent yet</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Decided here · being sent</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Decided here · will be sent again</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Decided here · set aside, see the sync centre</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Conflict · your decision is kept</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The server did not accept it · kept in the sync centre</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Approved “{0}”</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Rejected “{0}”</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Approve “{0}”</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Reject “{0}”</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Confirmed by the server</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>PasswordField</name>
    <message>
        <source>Show password</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Hide password</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>PhoneRow</name>
    <message>
        <source>Phone</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Show</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Shows the number for 20 s; the server notes who looked</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>hidden in %n s</source>
        <translation type="unfinished">
            <numerusform></numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ProgressBar</name>
    <message>
        <source>{0} percent</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ReasonList</name>
    <message>
        <source>Reasons for rejection, by digit keys</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Remove the time (Delete)</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>RejectPanel</name>
    <message>
        <source>Choose at least one reason.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“Other” needs a few words to the author.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The text to the author is too long.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Words to the author</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What to change, e.g. where the watermark is</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Internal note</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>For colleagues only; the author never sees it</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Reject</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Insert {0}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Reasons for rejection</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Back</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Digits choose, several are allowed; the first one opens the SMS.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Insert the time of the playhead (Alt+T)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Seen by staff only</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>SMS to the author</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Words to the author (needed)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Words to the author (optional)</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>sent as %n SMS</source>
        <translation type="unfinished">
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>{0} characters · {1}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It is written when a reason is chosen.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{0} · sent after the server confirmed, not if undone</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ServerField</name>
    <message>
        <source>Server</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Connecting…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Connected, {0} ms</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Cannot be reached</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Not a usable address</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Needs https</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Not a desk server</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Certificate not valid</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Needs a newer desk</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Not available now</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Known servers</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>SignInForm</name>
    <message>
        <source>Sign in</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Signing in…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Opening…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Account</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Forgot password</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Password</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Remember me on this computer for 7 days</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Without signing in</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Continue offline where you left off</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Needs neither account nor network; nothing is submitted</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Try with sample data</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>%n cached</source>
        <translation type="unfinished">
            <numerusform></numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n to send</source>
        <translation type="unfinished">
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>Batch {0} · {1} · {2}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Enter the server&apos;s address.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Enter your account.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Enter your password.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Passwords are reset by the platform administrator.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What is on this computer is kept; it opens again after the next sign-in.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>SignInPage</name>
    <message>
        <source>Language</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Appearance</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Appearance: system</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Appearance: light</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Appearance: dark</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Skeleton</name>
    <message>
        <source>Loading</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>WorkFacts</name>
    <message>
        <source>Longer than 2 minutes</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Runs {duration}, the limit is {limit}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Larger than 100 MB</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The file has {size}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The file cannot be played</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No picture could be decoded on the server</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The file is empty</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>0 bytes arrived</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Not a video</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The content is of another kind than the name says</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The file is damaged in places</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Some pictures could not be decoded; it may stop or jump</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No picture track</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The file has sound only</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No sound track</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Speech cannot be judged</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Low resolution</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The picture has {picture} pixels</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Stated and real duration differ</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The pictures end at {duration}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Something unusual about the file</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Reported by a newer server; please watch with care</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>yes</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Duration</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Size</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Picture</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Sound track</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Video</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Audio</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{0} frames/s</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No organization</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source> ({0})</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>, </source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>WorkHistory</name>
    <message>
        <source>First submission</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Author submitted again</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Approved</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Rejected</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Decision withdrawn</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Withdrawn by the author</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Author changed the text</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Changed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{0}: {1}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{0} “{1}”</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>failures</name>
    <message>
        <source>{0} ({1})</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Your decisions stay in the outbox.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It is tried again by itself.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Sign in again to send them.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Ask your platform administrator.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The server cannot be reached.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The connection is not secure: the server&apos;s certificate could not be verified.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing was sent; your decisions stay in the outbox.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Check the date of this computer and the address, or ask your network administrator.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What answered at this address is not the desk&apos;s server (perhaps the sign-in page of the network).</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Sign in to the network in a browser, or check the address.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The server&apos;s answer broke off.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The server is not available for the moment.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Too many attempts to sign in.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What is on this computer is kept.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Try again in {seconds} s.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Account or password is wrong.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Check both and try again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This account is suspended.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>You are no longer signed in.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Your sign-in has expired.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Your sign-in was ended on the server.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This version of the desk is too old for the server.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Install version {oldest} or newer.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Your role may not do this.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The server does not have this entry any more.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Refresh with F5.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The claim on this work has passed to somebody else.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Your decision is kept.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Claim more works to go on.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The work has changed meanwhile.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The entry is in another state by now.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The disk is full; this was not saved.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Everything saved before is kept.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Free some space, or clear cached videos in the sync centre, and do it again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The key of the local data could not be found or does not fit.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The data was not touched.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Sign in with the password while online, or restore the system keyring.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The local data is in use by another window of the desk.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing was changed.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Use that window, or close it first.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The local data was written by a newer version of the desk.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Install the newer version.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The password does not match the one last used on this computer.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Check it and try again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The last sign-in with the server was more than 14 days ago.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Claimed works and decisions are kept.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Sign in once while online.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This person has not signed in on this computer yet.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The server of the sample data did not start.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Your own data is not touched.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Start with --demo --reset, and look at the log if it happens again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The server did not accept this.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>hotkeys</name>
    <message>
        <source>Everywhere</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Decide</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Reject panel</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Player</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Lists and tables</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Conflict</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Sign-in</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Go to tab</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Command palette</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Search</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Refresh or sync</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Next region of the window</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Previous region of the window</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Keyboard shortcuts</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Close, cancel, clear search</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Settings</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Keep offline</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Larger text</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Smaller text</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Normal text size</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Full-screen window</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Approve</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Reject…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Skip</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Undo the last decision (while in the outbox)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Next</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Previous</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Claim a batch</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Choose a reason</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>To the note</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Insert the time</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Confirm rejection (Ctrl+Enter inside the note)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Back</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Play or pause</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Play back (again: 2×, 4×)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Play forward (again: 2×, 4×)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Back 1 s</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Forward 1 s</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Skip back</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Skip forward</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Previous frame</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Next frame</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>To the start</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>To the end</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Play from the start</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Previous finding</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Next finding</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Set a marker</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Loop from A to B (start, end, off)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Louder</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Quieter</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Mute</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Slower</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Faster</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Show or hide boxes</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Rows of the timeline</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Full-screen video</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Fit or 100 %</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Next row</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Previous row</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Check the row</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Check a range</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Ask for a second look</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Accept the current result</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Later</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Sign in</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Continue offline</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Try with sample data</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>roles</name>
    <message>
        <source>Moderator</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Platform administrator</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Organization administrator</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Union staff</source>
        <translation type="unfinished"></translation>
    </message>
</context>
</TS>
