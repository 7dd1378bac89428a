<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="en" sourcelanguage="en">
<context>
    <name>ArchiveList</name>
    <message numerus="yes">
        <source>%n file(s)</source>
        <translation>
            <numerusform>%n file</numerusform>
            <numerusform>%n files</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>BatchDesk</name>
    <message numerus="yes">
        <source>Give back the %n undecided work(s)?</source>
        <translation>
            <numerusform>Give back the %n undecided work?</numerusform>
            <numerusform>Give back the %n undecided works?</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>The %n decision(s) made are kept and sent.</source>
        <translation>
            <numerusform>The %n decision made is kept and sent.</numerusform>
            <numerusform>The %n decisions made are kept and sent.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Give back %n</source>
        <translation>
            <numerusform>Give back %n</numerusform>
            <numerusform>Give back %n</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n work(s) are undecided and go back then.</source>
        <translation>
            <numerusform>%n work is undecided and goes back then.</numerusform>
            <numerusform>%n works are undecided and go back then.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n work(s) claimed.</source>
        <translation>
            <numerusform>%n work claimed.</numerusform>
            <numerusform>%n works claimed.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n work(s) given back.</source>
        <translation>
            <numerusform>%n work given back.</numerusform>
            <numerusform>%n works given back.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>BatchesCard</name>
    <message numerus="yes">
        <source>Give back %n undecided…</source>
        <translation>
            <numerusform>Give back %n undecided…</numerusform>
            <numerusform>Give back %n undecided…</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>The %n decision(s) in the outbox are kept and sent.</source>
        <translation>
            <numerusform>The decision in the outbox (%n) is kept and sent.</numerusform>
            <numerusform>The %n decisions in the outbox are kept and sent.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Give back the %n undecided work(s)?</source>
        <translation>
            <numerusform>Give back the %n undecided work?</numerusform>
            <numerusform>Give back the %n undecided works?</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Give back %n</source>
        <translation>
            <numerusform>Give back %n</numerusform>
            <numerusform>Give back %n</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Renew for %n hours</source>
        <translation>
            <numerusform>Renew for %n hour</numerusform>
            <numerusform>Renew for %n hours</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n work(s) · {0} decided</source>
        <translation>
            <numerusform>%n work · {0} decided</numerusform>
            <numerusform>%n works · {0} decided</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n to be sent</source>
        <translation>
            <numerusform>%n to be sent</numerusform>
            <numerusform>%n to be sent</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n work(s) claimed.</source>
        <translation>
            <numerusform>%n work claimed.</numerusform>
            <numerusform>%n works claimed.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n work(s) had passed to others and left your queue.</source>
        <translation>
            <numerusform>%n work had passed to others and left your queue.</numerusform>
            <numerusform>%n works had passed to others and left your queue.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n claim(s) renewed.</source>
        <translation>
            <numerusform>%n claim renewed.</numerusform>
            <numerusform>%n claims renewed.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n work(s) given back.</source>
        <translation>
            <numerusform>%n work given back.</numerusform>
            <numerusform>%n works given back.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>BrowsePage</name>
    <message numerus="yes">
        <source>%n work(s)</source>
        <translation>
            <numerusform>%n work</numerusform>
            <numerusform>%n works</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>CertificateExport</name>
    <message numerus="yes">
        <source>%n certificate(s) written</source>
        <translation>
            <numerusform>%n certificate written</numerusform>
            <numerusform>%n certificates written</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ConflictsCard</name>
    <message numerus="yes">
        <source>%n open</source>
        <translation>
            <numerusform>%n open</numerusform>
            <numerusform>%n open</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n conflict(s) left for later</source>
        <translation>
            <numerusform>%n conflict left for later</numerusform>
            <numerusform>%n conflicts left for later</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n answer(s) on the way</source>
        <translation>
            <numerusform>%n answer on the way</numerusform>
            <numerusform>%n answers on the way</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ContactBox</name>
    <message numerus="yes">
        <source>hidden in %n s</source>
        <translation>
            <numerusform>hidden in %n s</numerusform>
            <numerusform>hidden in %n s</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>DownloadsCard</name>
    <message numerus="yes">
        <source>All %n video(s) are on this computer</source>
        <translation>
            <numerusform>The %n video is on this computer</numerusform>
            <numerusform>All %n videos are on this computer</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>EntriesView</name>
    <message numerus="yes">
        <source>%n changed by hand</source>
        <translation>
            <numerusform>%n changed by hand</numerusform>
            <numerusform>%n changed by hand</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ListSide</name>
    <message numerus="yes">
        <source>%n certificate(s) were issued with it.</source>
        <translation>
            <numerusform>%n certificate was issued with it.</numerusform>
            <numerusform>%n certificates were issued with it.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>MainWindow</name>
    <message numerus="yes">
        <source>%n decision(s) have not reached the server yet</source>
        <translation>
            <numerusform>%n decision has not reached the server yet</numerusform>
            <numerusform>%n decisions have not reached the server yet</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Works, %n to review</source>
        <translation>
            <numerusform>Works, %n to review</numerusform>
            <numerusform>Works, %n to review</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Members, %n to review</source>
        <translation>
            <numerusform>Members, %n to review</numerusform>
            <numerusform>Members, %n to review</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Organizations, %n to review</source>
        <translation>
            <numerusform>Organizations, %n to review</numerusform>
            <numerusform>Organizations, %n to review</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Sync centre, %n entries</source>
        <translation>
            <numerusform>Sync centre, %n entry</numerusform>
            <numerusform>Sync centre, %n entries</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>MemberDetail</name>
    <message numerus="yes">
        <source>Belongs to %n other organization(s)</source>
        <translation>
            <numerusform>Belongs to %n other organization</numerusform>
            <numerusform>Belongs to %n other organizations</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n other(s) of this name, compare</source>
        <translation>
            <numerusform>%n other of this name, compare</numerusform>
            <numerusform>%n others of this name, compare</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>MembersReview</name>
    <message numerus="yes">
        <source>Approve %n application(s)?</source>
        <translation>
            <numerusform>Approve %n application?</numerusform>
            <numerusform>Approve %n applications?</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Reject %n application(s)?</source>
        <translation>
            <numerusform>Reject %n application?</numerusform>
            <numerusform>Reject %n applications?</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>NoticeBox</name>
    <message numerus="yes">
        <source>sent as %n SMS</source>
        <translation>
            <numerusform>sent as %n SMS</numerusform>
            <numerusform>sent as %n SMS</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ObjectionForm</name>
    <message numerus="yes">
        <source>%n character(s) too many.</source>
        <translation>
            <numerusform>%n character too many.</numerusform>
            <numerusform>%n characters too many.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>OrganizationsPage</name>
    <message numerus="yes">
        <source>%n in all</source>
        <translation>
            <numerusform>%n in all</numerusform>
            <numerusform>%n in all</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n to review</source>
        <translation>
            <numerusform>%n to review</numerusform>
            <numerusform>%n to review</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>OutboxCard</name>
    <message numerus="yes">
        <source>%n entry(s) written to {0}; they also stay in the outbox.</source>
        <translation>
            <numerusform>%n entry written to {0}; it also stays in the outbox.</numerusform>
            <numerusform>%n entries written to {0}; they also stay in the outbox.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>PhoneRow</name>
    <message numerus="yes">
        <source>hidden in %n s</source>
        <translation>
            <numerusform>hidden in %n s</numerusform>
            <numerusform>hidden in %n s</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>QueueView</name>
    <message numerus="yes">
        <source>%n to review offline · downloads paused</source>
        <translation>
            <numerusform>%n to review offline · downloads paused</numerusform>
            <numerusform>%n to review offline · downloads paused</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n downloading</source>
        <translation>
            <numerusform>%n downloading</numerusform>
            <numerusform>%n downloading</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n decision(s) will be sent when the network is back.</source>
        <translation>
            <numerusform>%n decision will be sent when the network is back.</numerusform>
            <numerusform>%n decisions will be sent when the network is back.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n work(s) decided.</source>
        <translation>
            <numerusform>%n work decided.</numerusform>
            <numerusform>%n works decided.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n still to be sent.</source>
        <translation>
            <numerusform>%n still to be sent.</numerusform>
            <numerusform>%n still to be sent.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>RegistrationDetail</name>
    <message numerus="yes">
        <source>%n found</source>
        <translation>
            <numerusform>%n found</numerusform>
            <numerusform>%n found</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>RosterView</name>
    <message numerus="yes">
        <source>%n application(s) passed, an SMS follows.</source>
        <translation>
            <numerusform>%n application passed, an SMS follows. </numerusform>
            <numerusform>%n applications passed, an SMS follows. </numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n line(s) kept for later applications.</source>
        <translation>
            <numerusform>%n line kept for later applications.</numerusform>
            <numerusform>%n lines kept for later applications.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Import %n line(s)</source>
        <translation>
            <numerusform>Import %n line</numerusform>
            <numerusform>Import %n lines</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n line(s) with errors are left out.</source>
        <translation>
            <numerusform>%n line with errors is left out.</numerusform>
            <numerusform>%n lines with errors are left out.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>SelectionBar</name>
    <message numerus="yes">
        <source>%n selected</source>
        <translation>
            <numerusform>%n selected</numerusform>
            <numerusform>%n selected</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Select all %n to review</source>
        <translation>
            <numerusform>Select all %n to review</numerusform>
            <numerusform>Select all %n to review</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>SettingsPage</name>
    <message numerus="yes">
        <source>%n seconds</source>
        <translation>
            <numerusform>%n second</numerusform>
            <numerusform>%n seconds</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>SignInForm</name>
    <message numerus="yes">
        <source>%n to review</source>
        <translation>
            <numerusform>%n to review</numerusform>
            <numerusform>%n to review</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n to send</source>
        <translation>
            <numerusform>%n to send</numerusform>
            <numerusform>%n to send</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Tiles</name>
    <message numerus="yes">
        <source>%n to answer</source>
        <translation>
            <numerusform>%n to answer</numerusform>
            <numerusform>%n to answer</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n being sent</source>
        <translation>
            <numerusform>%n being sent</numerusform>
            <numerusform>%n being sent</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n tried again soon</source>
        <translation>
            <numerusform>%n tried again soon</numerusform>
            <numerusform>%n tried again soon</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n set aside</source>
        <translation>
            <numerusform>%n set aside</numerusform>
            <numerusform>%n set aside</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n to be sent</source>
        <translation>
            <numerusform>%n to be sent</numerusform>
            <numerusform>%n to be sent</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n answer(s) on the way</source>
        <translation>
            <numerusform>%n answer on the way</numerusform>
            <numerusform>%n answers on the way</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n work(s) to review offline · about {0} min</source>
        <translation>
            <numerusform>%n work to review offline · about {0} min</numerusform>
            <numerusform>%n works to review offline · about {0} min</numerusform>
        </translation>
    </message>
</context>
</TS>
