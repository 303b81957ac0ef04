<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="en" sourcelanguage="en">
<context>
    <name>Account</name>
    <message numerus="yes">
        <source>and %n more unfinished purchase(s)</source>
        <translation>
            <numerusform>and %n more unfinished purchase</numerusform>
            <numerusform>and %n more unfinished purchases</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Approval</name>
    <message numerus="yes">
        <source>You can try again in %n second(s).</source>
        <translation>
            <numerusform>You can try again in %n second.</numerusform>
            <numerusform>You can try again in %n seconds.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ChooseRegistration</name>
    <message numerus="yes">
        <source>%n result(s) for “%1”</source>
        <translation>
            <numerusform>%n result for “%1”</numerusform>
            <numerusform>%n results for “%1”</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>You have %n certificate(s) in your order.</source>
        <translation>
            <numerusform>You have %n certificate in your order.</numerusform>
            <numerusform>You have %n certificates in your order.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Closing</name>
    <message numerus="yes">
        <source>%n movement(s) not confirmed by the chamber. Ask about payments first (Esc, F6); what was printed is sent by itself. If you close now, the close says so.</source>
        <translation>
            <numerusform>%n movement not confirmed by the chamber. Ask about payments first (Esc, F6); what was printed is sent by itself. If you close now, the close says so.</numerusform>
            <numerusform>%n movements not confirmed by the chamber. Ask about payments first (Esc, F6); what was printed is sent by itself. If you close now, the close says so.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Closed with %n movement(s) not confirmed. A supervisor computes the close again when they are known.</source>
        <translation>
            <numerusform>Closed with %n movement not confirmed. A supervisor computes the close again when it is known.</numerusform>
            <numerusform>Closed with %n movements not confirmed. A supervisor computes the close again when they are known.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>CopyPrinting</name>
    <message numerus="yes">
        <source>about %n second(s) left</source>
        <translation>
            <numerusform>about %n second left</numerusform>
            <numerusform>about %n seconds left</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>CustomerKey</name>
    <message numerus="yes">
        <source>You can try again in %n second(s).</source>
        <translation>
            <numerusform>You can try again in %n second.</numerusform>
            <numerusform>You can try again in %n seconds.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Done</name>
    <message numerus="yes">
        <source>%n certificate(s) printed.</source>
        <translation>
            <numerusform>%n certificate printed.</numerusform>
            <numerusform>%n certificates printed.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Door</name>
    <message numerus="yes">
        <source>You can try again in %n second(s).</source>
        <translation>
            <numerusform>You can try again in %n second.</numerusform>
            <numerusform>You can try again in %n seconds.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Enrol</name>
    <message numerus="yes">
        <source>You can try again in %n second(s).</source>
        <translation>
            <numerusform>You can try again in %n second.</numerusform>
            <numerusform>You can try again in %n seconds.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>OwnKey</name>
    <message numerus="yes">
        <source>You can try again in %n second(s).</source>
        <translation>
            <numerusform>You can try again in %n second.</numerusform>
            <numerusform>You can try again in %n seconds.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Printing</name>
    <message numerus="yes">
        <source>about %n second(s) left</source>
        <translation>
            <numerusform>about %n second left</numerusform>
            <numerusform>about %n seconds left</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Receipts</name>
    <message numerus="yes">
        <source>… and %n more</source>
        <translation>
            <numerusform>… and %n more</numerusform>
            <numerusform>… and %n more</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Resume</name>
    <message numerus="yes">
        <source>You can try again in %n second(s).</source>
        <translation>
            <numerusform>You can try again in %n second.</numerusform>
            <numerusform>You can try again in %n seconds.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ReviewTotals</name>
    <message numerus="yes">
        <source>%n certificate(s)</source>
        <translation>
            <numerusform>%n certificate</numerusform>
            <numerusform>%n certificates</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>The paper left is enough for %n page(s). Take something out of your order.</source>
        <translation>
            <numerusform>The paper left is enough for %n page. Take something out of your order.</numerusform>
            <numerusform>The paper left is enough for %n pages. Take something out of your order.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>SalePaying</name>
    <message numerus="yes">
        <source>Wait %n second(s) before the next try.</source>
        <translation>
            <numerusform>Wait %n second before the next try.</numerusform>
            <numerusform>Wait %n seconds before the next try.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>SalePrinting</name>
    <message numerus="yes">
        <source>about %n second(s) left</source>
        <translation>
            <numerusform>about %n second left</numerusform>
            <numerusform>about %n seconds left</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>SecretEntry</name>
    <message numerus="yes">
        <source>You can try again in %n second(s).</source>
        <translation>
            <numerusform>You can try again in %n second.</numerusform>
            <numerusform>You can try again in %n seconds.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>SignIn</name>
    <message numerus="yes">
        <source>You can try again in %n second(s).</source>
        <translation>
            <numerusform>You can try again in %n second.</numerusform>
            <numerusform>You can try again in %n seconds.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>StaffTexts</name>
    <message numerus="yes">
        <source>%n try(ies) left.</source>
        <translation>
            <numerusform>%n try left.</numerusform>
            <numerusform>%n tries left.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>TimeoutOverlay</name>
    <message numerus="yes">
        <source>For your safety we close your session in %n second(s).</source>
        <translation>
            <numerusform>For your safety we close your session in %n second.</numerusform>
            <numerusform>For your safety we close your session in %n seconds.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>We go back to the start in %n second(s).</source>
        <translation>
            <numerusform>We go back to the start in %n second.</numerusform>
            <numerusform>We go back to the start in %n seconds.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>TotalBlock</name>
    <message numerus="yes">
        <source>%n certificate(s)</source>
        <translation>
            <numerusform>%n certificate</numerusform>
            <numerusform>%n certificates</numerusform>
        </translation>
    </message>
</context>
</TS>
