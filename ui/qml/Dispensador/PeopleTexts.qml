pragma Singleton

import QtQuick

// Codes of the screens about people in words.
QtObject {
    id: texts

    readonly property var fields: ({
            "legal_name": qsTr("Name of the company"),
            "first_name": qsTr("First name"),
            "second_name": qsTr("Second name"),
            "first_surname": qsTr("First surname"),
            "second_surname": qsTr("Second surname"),
            "email": qsTr("Mail"),
            "landline": qsTr("Telephone"),
            "mobile": qsTr("Mobile"),
            "address": qsTr("Street and number"),
            "municipality": qsTr("Municipality")
        })
    readonly property var faults: ({
            "missing": qsTr("it is needed"),
            "mail": qsTr("this is no mail address"),
            "phone": qsTr("seven or ten digits"),
            "mobile": qsTr("ten digits, from 3 on"),
            "municipality": qsTr("write it as IBAGUE (TOL)"),
            "length": qsTr("too long")
        })
    readonly property var purposes: ({
            "confirm-address": qsTr("Confirm the mail address"),
            "reset-secure-key": qsTr("Set the secure key"),
            "set-prepaid-key": qsTr("Set the prepaid key")
        })
    readonly property var steps: ({
            "ready": "",
            "code": qsTr("The six digits of the code"),
            "key": qsTr("The new key"),
            "again": qsTr("The new key once more")
        })
    readonly property var whys: ({
            "first": qsTr("The first one"),
            "forgotten": qsTr("Forgotten"),
            "known-to-others": qsTr("Others know it"),
            "wanted": qsTr("Wants another")
        })
    readonly property var told: ({
            "registered": qsTr("Registered. The account is open, without money. Now the prepaid key can be set."),
            "registered-before": qsTr("This document was registered before. Nothing of it was changed."),
            "contact-changed": qsTr("The data were changed."),
            "address-confirmed": qsTr("The mail address is confirmed."),
            "secure-key-set": qsTr("The secure key is set. Who was signed in with the old one is out."),
            "prepaid-key-set": qsTr("The prepaid key is set.")
        })
    readonly property var errors: ({
            "agree": qsTr("Without the customer's consent nothing is kept."),
            "nothing-typed": qsTr("Nothing was typed, so nothing would change."),
            "consent-outdated": qsTr("The words to agree to have changed. Read them again with the customer."),
            "malformed": qsTr("The chamber does not accept one of the fields. Look at them again."),
            "account-unknown": qsTr("Nobody has a prepaid account with this document any more."),
            "why-missing": qsTr("Choose first why the key is set."),
            "document-unseen": qsTr("Without a code the document has to be at hand, and you answer for having seen it."),
            "code-short": qsTr("The code has six digits."),
            "code-invalid": qsTr("This code is not good: another one, older than ten minutes, used, or tried five times. Try once more or send another."),
            "code-needed": qsTr("There is a mail address now, so a code is needed."),
            "key-short": qsTr("The key is too short. Type another one."),
            "key-long": qsTr("The key is too long. Type another one."),
            "key-signs": qsTr("A key does not begin or end with a space. Type another one."),
            "key-easy": qsTr("Anybody would guess this key. Type another one."),
            "key-own-id": qsTr("The key must not be the number of the document. Type another one."),
            "key-too-weak": qsTr("The chamber does not accept this key. Type another one."),
            "key-differs": qsTr("The two were not the same. Type the new key again."),
            "key-unanswered": qsTr("The chamber did not answer: nobody knows whether the key is set. Type it again; if the code is not accepted any more, the key was set."),
            "throttled": qsTr("Several codes were asked for or tried in a short time. Wait a little."),
            "mail-off": qsTr("The chamber has no mail server: no code can be sent."),
            "no-mail-address": qsTr("There is no mail address to send a code to."),
            "not-possible": qsTr("This customer has no secure key: only persons sign in."),
            "central-offline": qsTr("There is no connection with the chamber. Nothing was noted here; Enter tries again, and nothing is done twice."),
            "unavailable": qsTr("The chamber's service does not answer. Enter tries again, and nothing is done twice.")
        })

    readonly property var ownSteps: ({
            "login": "",
            "given": qsTr("The key that was handed over to you"),
            "present": qsTr("Your present key"),
            "key": qsTr("Your new key"),
            "again": qsTr("Your new key once more"),
            "code": qsTr("Code of your authenticator"),
            "scan": "",
            "told": ""
        })
    readonly property var ownErrors: ({
            "login-missing": qsTr("Type your user, as it was given to you."),
            "given-missing": qsTr("Type the key that was handed over to you."),
            "present-missing": qsTr("Type your present key."),
            "code-short": qsTr("The code has six digits."),
            "staff-key-short": qsTr("The key has to have eight signs or more. Type another one."),
            "key-differs": qsTr("The two were not the same. Type the new key again."),
            "key-too-weak": qsTr("The chamber does not accept this key: too short, too easy, your user, or the one before. Begin again."),
            "credentials-invalid": qsTr("The key or the code is not right. Begin again; each code is good once only."),
            "key-expired": qsTr("The key that was handed over is too old. An administrator can hand over a new one."),
            "already-enrolled": qsTr("This user has an authenticator already. Sign in at the door; if it was lost, an administrator can begin anew."),
            "key-blocked": qsTr("This user is blocked. An administrator can hand over a new key."),
            "throttled": qsTr("There were several failed tries. Wait a little."),
            "central-offline": qsTr("There is no connection with the chamber."),
            "own-unanswered": qsTr("The chamber did not answer: nobody knows whether the key is changed. Try at the door which one is good, or begin again."),
            "enrol-unanswered": qsTr("The chamber did not answer. Begin again: if the key that was handed over is not accepted any more, type your new key in its place.")
        })

    function ownStep(step: string): string {
        return ownSteps[step] ?? "";
    }

    function ownError(code: string): string {
        return code === "" ? "" : ownErrors[code] ?? DeskTexts.error(code);
    }

    function label(name: string, fault: string, optional: bool): string {
        const said = fields[name] ?? "";
        if (fault !== "")
            return qsTr("%1: %2").arg(said).arg(faults[fault] ?? "");
        if (name === "municipality")
            return qsTr("%1, as IBAGUE (TOL)").arg(said);
        return optional ? qsTr("%1 (may be empty)").arg(said) : said;
    }

    function purpose(code: string): string {
        return purposes[code] ?? "";
    }

    function step(code: string): string {
        return steps[code] ?? "";
    }

    function why(code: string): string {
        return whys[code] ?? "";
    }

    function done(code: string, to: string): string {
        const said = told[code] ?? "";
        return to === "" ? said : qsTr("%1 A notice goes to %2.").arg(said).arg(to);
    }

    function error(code: string): string {
        return code === "" ? "" : errors[code] ?? DeskTexts.error(code);
    }
}
