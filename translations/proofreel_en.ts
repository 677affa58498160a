<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="en" sourcelanguage="en">
<context>
    <name>AssetText</name>
    <message numerus="yes">
        <source>%n min ago</source>
        <translation>
            <numerusform>%n min ago</numerusform>
            <numerusform>%n min ago</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n h ago</source>
        <translation>
            <numerusform>%n h ago</numerusform>
            <numerusform>%n h ago</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n day(s) ago</source>
        <translation>
            <numerusform>%n day ago</numerusform>
            <numerusform>%n days ago</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>CheckProgress</name>
    <message numerus="yes">
        <source>%n s left</source>
        <translation>
            <numerusform>%n s left</numerusform>
            <numerusform>%n s left</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Cli</name>
    <message numerus="yes">
        <source>%n asset(s) checked: %1 passed, %2 passed with warnings, %3 failed, %4 could not be checked.</source>
        <translation>
            <numerusform>%n asset checked: %1 passed, %2 passed with warnings, %3 failed, %4 could not be checked.</numerusform>
            <numerusform>%n assets checked: %1 passed, %2 passed with warnings, %3 failed, %4 could not be checked.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Client</name>
    <message numerus="yes">
        <source>%n second(s)</source>
        <translation>
            <numerusform>%n second</numerusform>
            <numerusform>%n seconds</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n minute(s)</source>
        <translation>
            <numerusform>%n minute</numerusform>
            <numerusform>%n minutes</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n hour(s)</source>
        <translation>
            <numerusform>%n hour</numerusform>
            <numerusform>%n hours</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n day(s)</source>
        <translation>
            <numerusform>%n day</numerusform>
            <numerusform>%n days</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Hls</name>
    <message numerus="yes">
        <source>The key has %n byte(s) in place of 16.</source>
        <translation>
            <numerusform>The key has %n byte in place of 16.</numerusform>
            <numerusform>The key has %n bytes in place of 16.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Match</name>
    <message numerus="yes">
        <source>The service searches for at most %1 characters at once; the text is searched for in %n piece(s) that may stand anywhere.</source>
        <translation>
            <numerusform>The service searches for at most %1 characters at once; the text is searched for in %n piece that may stand anywhere.</numerusform>
            <numerusform>The service searches for at most %1 characters at once; the text is searched for in %n pieces that may stand anywhere.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>OpenList</name>
    <message numerus="yes">
        <source>%n line(s) were not understood, for example “%1”.</source>
        <translation>
            <numerusform>%n line was not understood: “%1”.</numerusform>
            <numerusform>%n lines were not understood, for example “%1”.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n more were left out: a list holds at most 10,000.</source>
        <translation>
            <numerusform>%n more was left out: a list holds at most 10,000.</numerusform>
            <numerusform>%n more were left out: a list holds at most 10,000.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Playability</name>
    <message numerus="yes">
        <source>Saved %n min ago; no network. Reload to play it.</source>
        <translation>
            <numerusform>Saved %n min ago; no network. Reload to play it.</numerusform>
            <numerusform>Saved %n min ago; no network. Reload to play it.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Saved %n h ago; no network. Reload to play it.</source>
        <translation>
            <numerusform>Saved %n h ago; no network. Reload to play it.</numerusform>
            <numerusform>Saved %n h ago; no network. Reload to play it.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Saved %n day(s) ago; no network. Reload to play it.</source>
        <translation>
            <numerusform>Saved %n day ago; no network. Reload to play it.</numerusform>
            <numerusform>Saved %n days ago; no network. Reload to play it.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Reply</name>
    <message numerus="yes">
        <source>… and %n more</source>
        <translation>
            <numerusform>… and %n more</numerusform>
            <numerusform>… and %n more</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Report</name>
    <message numerus="yes">
        <source>%n rendition(s)</source>
        <translation>
            <numerusform>%n rendition</numerusform>
            <numerusform>%n renditions</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n test(s) passed</source>
        <translation>
            <numerusform>%n test passed</numerusform>
            <numerusform>%n tests passed</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>and %n more</source>
        <translation>
            <numerusform>and %n more</numerusform>
            <numerusform>and %n more</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n key frame(s)</source>
        <translation>
            <numerusform>%n key frame</numerusform>
            <numerusform>%n key frames</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n finding(s)</source>
        <translation>
            <numerusform>%n finding</numerusform>
            <numerusform>%n findings</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>and %n more</source>
        <comment>rules or assets</comment>
        <translation>
            <numerusform>and %n more</numerusform>
            <numerusform>and %n more</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>TimeLimit</name>
    <message numerus="yes">
        <source>The deep check was not done after %n minute(s) and was stopped.</source>
        <translation>
            <numerusform>The deep check was not done after %n minute and was stopped.</numerusform>
            <numerusform>The deep check was not done after %n minutes and was stopped.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>proofreel::AccountTestView</name>
    <message numerus="yes">
        <source>%n asset(s) in the library</source>
        <translation>
            <numerusform>%n asset in the library</numerusform>
            <numerusform>%n assets in the library</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>proofreel::AssetHeader</name>
    <message numerus="yes">
        <source>+%n tag(s)</source>
        <translation>
            <numerusform>+%n tag</numerusform>
            <numerusform>+%n tags</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>proofreel::BatchBar</name>
    <message numerus="yes">
        <source>%n assets, not finished</source>
        <translation>
            <numerusform>%n asset, not finished</numerusform>
            <numerusform>%n assets, not finished</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>proofreel::BatchLink</name>
    <message numerus="yes">
        <source>Looking for assets: %n found so far…</source>
        <translation>
            <numerusform>Looking for assets: %n found so far…</numerusform>
            <numerusform>Looking for assets: %n found so far…</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Check %n assets? It can be paused, and goes on after the window was closed.</source>
        <translation>
            <numerusform>Check %n asset? It can be paused, and goes on after the window was closed.</numerusform>
            <numerusform>Check %n assets? It can be paused, and goes on after the window was closed.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>A batch of %n assets was not finished. What was checked is kept.</source>
        <translation>
            <numerusform>A batch of %n asset was not finished. What was checked is kept.</numerusform>
            <numerusform>A batch of %n assets was not finished. What was checked is kept.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>proofreel::BatchPanel</name>
    <message numerus="yes">
        <source>Check %n assets again</source>
        <translation>
            <numerusform>Check %n asset again</numerusform>
            <numerusform>Check %n assets again</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>proofreel::CheckBar</name>
    <message numerus="yes">
        <source>%n failures</source>
        <translation>
            <numerusform>%n failure</numerusform>
            <numerusform>%n failures</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n warnings</source>
        <translation>
            <numerusform>%n warning</numerusform>
            <numerusform>%n warnings</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n to note</source>
        <translation>
            <numerusform>%n to note</numerusform>
            <numerusform>%n to note</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>proofreel::CheckMatrixModel</name>
    <message numerus="yes">
        <source>and %n more</source>
        <translation>
            <numerusform>and %n more</numerusform>
            <numerusform>and %n more</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>proofreel::CheckSelected</name>
    <message numerus="yes">
        <source>Check %n assets</source>
        <translation>
            <numerusform>Check %n asset</numerusform>
            <numerusform>Check %n assets</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Check %n assets deeply</source>
        <translation>
            <numerusform>Check %n asset deeply</numerusform>
            <numerusform>Check %n assets deeply</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>proofreel::CurvesPanel</name>
    <message numerus="yes">
        <source>%n decode errors</source>
        <translation>
            <numerusform>%n decode error</numerusform>
            <numerusform>%n decode errors</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>proofreel::DeclaredView</name>
    <message numerus="yes">
        <source>and %n more</source>
        <translation>
            <numerusform>and %n more</numerusform>
            <numerusform>and %n more</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>proofreel::MainWindow</name>
    <message numerus="yes">
        <source>%n seconds</source>
        <translation>
            <numerusform>%n second</numerusform>
            <numerusform>%n seconds</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n minutes</source>
        <translation>
            <numerusform>%n minute</numerusform>
            <numerusform>%n minutes</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>proofreel::Opener</name>
    <message numerus="yes">
        <source>%Ln asset(s) were added to the queue.</source>
        <translation>
            <numerusform>%Ln asset was added to the queue.</numerusform>
            <numerusform>%Ln assets were added to the queue.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>proofreel::PolicySettingsForm</name>
    <message numerus="yes">
        <source>%n overrides, in TOML</source>
        <translation>
            <numerusform>%n override, in TOML</numerusform>
            <numerusform>%n overrides, in TOML</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>proofreel::QueuePanel</name>
    <message numerus="yes">
        <source>%n failed</source>
        <translation>
            <numerusform>%n failed</numerusform>
            <numerusform>%n failed</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n removed from the queue.</source>
        <translation>
            <numerusform>%n removed from the queue.</numerusform>
            <numerusform>%n removed from the queue.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n URLs of the queue are left out: only assets with a MediaId can be checked.</source>
        <translation>
            <numerusform>%n URL of the queue is left out: only assets with a MediaId can be checked.</numerusform>
            <numerusform>%n URLs of the queue are left out: only assets with a MediaId can be checked.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>proofreel::RuleForm</name>
    <message numerus="yes">
        <source>%n findings on the open asset.</source>
        <translation>
            <numerusform>%n finding on the open asset.</numerusform>
            <numerusform>%n findings on the open asset.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>proofreel::StatusLine</name>
    <message numerus="yes">
        <source>%n tries</source>
        <translation>
            <numerusform>%n try</numerusform>
            <numerusform>%n tries</numerusform>
        </translation>
    </message>
</context>
</TS>
