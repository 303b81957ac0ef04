pragma Singleton

import QtQuick

// Codes of the cash desk in words.
QtObject {
    id: texts

    readonly property var fields: ({
            "day": qsTr("Day (day/month/year)"),
            "first_day": qsTr("From (day/month/year)"),
            "last_day": qsTr("Until (day/month/year)"),
            "kiosk": qsTr("Dispenser"),
            "number": qsTr("Receipt number"),
            "sold_code": qsTr("Code on the certificate, number or recovery code of the order, or receipt number"),
            "base": qsTr("Money in the drawer before the first payment"),
            "id": qsTr("Document number"),
            "settlement": qsTr("Number or recovery code of the settlement"),
            "amount": qsTr("Amount to load"),
            "given": qsTr("Cash received"),
            "registration": qsTr("Number of the registration"),
            "prepaid_key": qsTr("Prepaid key of the customer"),
            "reference": qsTr("Number of the voucher, cheque or deposit"),
            "reason": qsTr("Reason (it is kept for ever with your name; no customer's data)"),
            "cashier": qsTr("User of the cashier"),
            "login": qsTr("User of the second person"),
            "user": qsTr("Your user"),
            "key": qsTr("Staff key"),
            "code": qsTr("Code of the authenticator"),
            "voucher_02": qsTr("Cheques"),
            "voucher_03": qsTr("Debit card"),
            "voucher_04": qsTr("Credit card"),
            "voucher_06": qsTr("Deposits")
        })
    readonly property var keys: ({
            "open": qsTr("Open shift"),
            "customer": qsTr("Customer"),
            "queue": qsTr("Pending"),
            "unanswered": qsTr("Without answer"),
            "close": qsTr("Close shift"),
            "records": qsTr("Records"),
            "open_offline": qsTr("Open without connection"),
            "close_offline": qsTr("Close without connection"),
            "search": qsTr("Search again"),
            "mail": qsTr("Send by mail"),
            "report": qsTr("Report of the close"),
            "today": qsTr("Today"),
            "yesterday": qsTr("Yesterday"),
            "month": qsTr("This month"),
            "previous": qsTr("Previous page"),
            "next": qsTr("Next page"),
            "pdf": qsTr("Save PDF"),
            "csv": qsTr("Save CSV"),
            "xlsx": qsTr("Save Excel"),
            "reopen": qsTr("Reopen shift"),
            "recompute": qsTr("Recompute"),
            "refresh": qsTr("Refresh"),
            "register": qsTr("Register this customer"),
            "person": qsTr("Data and keys"),
            "contact": qsTr("Change data"),
            "confirm": qsTr("Confirm mail"),
            "prepaid_key": qsTr("Prepaid key"),
            "secure_key": qsTr("Secure key"),
            "have_code": qsTr("There is a code already"),
            "own_key": qsTr("My key"),
            "enrol": qsTr("First time"),
            "challenge": qsTr("Enter without connection"),
            "sign_in": qsTr("Sign in"),
            "settlement": qsTr("Settlement"),
            "new_settlement": qsTr("New settlement"),
            "another_settlement": qsTr("Another settlement"),
            "payments": qsTr("Payments of banks"),
            "slip": qsTr("Bank slip"),
            "unlock": qsTr("Unlock"),
            "cancel": qsTr("Cancel it"),
            "reverse": qsTr("Reverse payment"),
            "reprint": qsTr("Print copy"),
            "copy": qsTr("Print copy"),
            "again": qsTr("Try again"),
            "certificates": qsTr("Its certificates"),
            "sell": qsTr("Sell"),
            "expense": qsTr("Expense"),
            "registration": qsTr("Another registration"),
            "more": qsTr("One more"),
            "less": qsTr("One less"),
            "print": qsTr("Print")
        })
    readonly property var forms: ({
            "01": qsTr("Cash"),
            "02": qsTr("Cheque"),
            "03": qsTr("Debit card"),
            "04": qsTr("Credit card"),
            "06": qsTr("Deposit")
        })
    readonly property var roles: ({
            "cashier": qsTr("Cashier"),
            "supervisor": qsTr("Supervisor"),
            "technician": qsTr("Technician"),
            "administrator": qsTr("Administrator")
        })
    readonly property var idTypes: ({
            "CC": qsTr("Citizenship card"),
            "NIT": qsTr("NIT"),
            "CE": qsTr("Foreigner's card"),
            "TI": qsTr("Minor's card"),
            "PA": qsTr("Passport")
        })
    readonly property var errors: ({
            "amount-missing": qsTr("Type the amount."),
            "registration-missing": qsTr("Type the number of the registration."),
            "cart-empty": qsTr("Choose at least one certificate: F3 puts one more into the order."),
            "cart-full": qsTr("An order has at most ten copies."),
            "cart-too-large": qsTr("This order is too large. Sell it in two parts."),
            "price-changed": qsTr("A price has changed. Choose again and tell the customer the new total."),
            "not-sold": qsTr("One of the certificates is not sold any more. Choose again."),
            "insufficient-balance": qsTr("The balance of the prepaid account is not enough."),
            "prepaid-key-missing": qsTr("The customer has to type the prepaid key."),
            "prepaid-key-invalid": qsTr("The prepaid key is not right. The customer may try again."),
            "not-printed": qsTr("The customer did not want it a second time. Nothing was printed."),
            "given-missing": qsTr("Type how much the customer hands over."),
            "given-short": qsTr("What was received is less than the amount."),
            "reference-missing": qsTr("Type the number of the voucher, cheque or deposit."),
            "reason-missing": qsTr("Type the reason: it is kept with your name."),
            "action-missing": qsTr("Choose first what is to be done."),
            "never-done": qsTr("The chamber never received it: nothing was done. You can send it now."),
            "oneself": qsTr("Nobody approves their own. Somebody else has to sign."),
            "second-person-missing": qsTr("User, key and the six digits of the code are needed."),
            "settlement-missing": qsTr("Type the number or the recovery code."),
            "settlement-unknown": qsTr("No settlement has this number or code."),
            "settlement-limits": qsTr("The chamber does not take this amount: it is out of its limits."),
            "settlement-refused": qsTr("The chamber did not take it: it is not at this desk any more, or the shift is closed. If the customer handed over money, give it back."),
            "settlement-locked": qsTr("Another desk has it. Do not take money for it."),
            "payment-refused": qsTr("The chamber did not do it: the amount is another one, or there is no money to be moved."),
            "settlement-closed": qsTr("It can no longer be paid here: look at its state. If the customer handed over money, give it back."),
            "settlement-in-use": qsTr("Who has it is signed in and its payment may be on the way. Ask that cashier to end it or let it go."),
            "nothing-found": qsTr("Nothing has this code."),
            "search-empty": qsTr("Type a number, a document or a day."),
            "sold-empty": qsTr("Type a code, a number or a document."),
            "certificate-void": qsTr("This certificate is void: it was never charged, or its money went back. It is not printed again."),
            "certificate-in-process": qsTr("Nobody knows yet whether this certificate came out. Decide it first under Pending."),
            "reprint-limit": qsTr("It has been printed again as often as the chamber allows. Sell a new one."),
            "number-wrong": qsTr("Type the number as it is printed: C01-000007."),
            "mail-off": qsTr("The chamber sends no mail at the moment."),
            "no-mail-address": qsTr("The chamber has no mail address of this customer."),
            "day-wrong": qsTr("Type a day like 21/11/2026."),
            "first-day-wrong": qsTr("Type the first day like 21/11/2026."),
            "last-day-wrong": qsTr("Type the last day like 21/11/2026."),
            "days-wrong": qsTr("The first day comes before the last one, and they are at most a year apart."),
            "kiosk-unknown": qsTr("There is no dispenser of this name."),
            "id-empty": qsTr("Type the document number."),
            "id-length": qsTr("The number has too few or too many digits."),
            "id-digits": qsTr("This document has only numbers."),
            "id-leading-zero": qsTr("The number does not start with zero."),
            "id-check-digit": qsTr("The last digit of the NIT does not match the others."),
            "account-unknown": qsTr("Nobody has a prepaid account with this document."),
            "not-possible": qsTr("The chamber does not allow it: the amount is out of its limits, the money was spent or taken back before, or the shift is closed."),
            "not-entitled": qsTr("This user has no permission for it."),
            "approval-needed": qsTr("A second person has to approve it."),
            "already-decided": qsTr("Somebody has decided already."),
            "credentials-invalid": qsTr("User, key or code are not right. Wait for the next code and type both again."),
            "throttled": qsTr("There were several failed tries. Wait a little."),
            "key-blocked": qsTr("This user is blocked. An administrator can hand over a new key."),
            "second-factor-missing": qsTr("This user has no authenticator yet."),
            "not-found": qsTr("The chamber does not know it."),
            "central-offline": qsTr("There is no connection with the chamber. Without it no money is moved."),
            "unavailable": qsTr("The chamber's service does not answer. Without it no money is moved."),
            "device-revoked": qsTr("The chamber does not accept this computer."),
            "disk": qsTr("This computer cannot save its notes, so nothing was sent."),
            "internal": qsTr("Something failed. Look at it before you go on.")
        })
    // Why an operation waits for a person: what its state says, or what was noticed about it.
    readonly property var whys: ({
            "held": qsTr("It was interrupted: the money is set aside, the paper is uncertain"),
            "expired": qsTr("Its dispenser does not report; the money is set aside"),
            "captured": qsTr("Charged"),
            "void": qsTr("Not charged; the money went back"),
            "late-capture": qsTr("It was charged late, when the money had been let go"),
            "capture-after-void": qsTr("The paper came out although it had been made void"),
            "capture-unknown": qsTr("A charge came without a purchase that is known"),
            "void-after-capture": qsTr("It was cancelled after it had been charged"),
            "foreign-operation": qsTr("Another dispenser asked about it"),
            "capture-quarantined": qsTr("A stopped dispenser charged it; an administrator judges that"),
            "operation-stale": qsTr("It has been open for too long"),
            "device-cloned": qsTr("There seem to be two of its dispenser")
        })
    // What happened to an operation; what was noticed about it is told by the table above.
    readonly property var events: ({
            "authorise": qsTr("Money set aside for printing"),
            "capture": qsTr("The dispenser reported that it was printed"),
            "claim": qsTr("Taken over by another dispenser"),
            "void": qsTr("The dispenser reported that it was not printed"),
            "tombstone": qsTr("The dispenser cancelled it"),
            "refund": qsTr("A refund was decided"),
            "reprint": qsTr("Printed again as a copy"),
            "resolve-printed": qsTr("Staff: the paper came out"),
            "resolve-void": qsTr("Staff: the paper did not come out"),
            "posting-purchase": qsTr("Charged to the account"),
            "posting-refund": qsTr("Back in the account"),
            "posting-correction": qsTr("Correction in the account"),
            "other": qsTr("Another entry of the trail")
        })
    readonly property var states: ({
            "HELD": qsTr("Set aside"),
            "EXPIRED": qsTr("Without news"),
            "CAPTURED": qsTr("Charged"),
            "DECLINED": qsTr("Not authorised"),
            "VOIDED_BY_DEVICE": qsTr("Not charged"),
            "VOIDED_BY_STAFF": qsTr("Made void by staff")
        })
    readonly property var decisions: ({
            "printed": qsTr("The paper came out: charge it"),
            "void": qsTr("The paper did not come out: give the money back"),
            "refund": qsTr("Refund what was charged")
        })
    readonly property var decided: ({
            "printed": qsTr("It is noted that the paper came out. Its dispenser charges it."),
            "void": qsTr("The money is free again in the customer's account."),
            "refund": qsTr("The money is back in the customer's account. The certificate is void.")
        })
    readonly property var concepts: ({
            "top_up": qsTr("Recharge"),
            "purchase": qsTr("Purchase"),
            "refund": qsTr("Refund"),
            "correction": qsTr("Reversal")
        })
    readonly property var payments: ({
            "stands": "",
            "reversed": qsTr("Reversed"),
            "reversal": qsTr("Reversal")
        })
    readonly property var papers: ({
            "working": qsTr("The paper is on its way …"),
            "printed": qsTr("The paper was printed."),
            "kept": qsTr("The paper was saved as %1."),
            "both": qsTr("The paper was printed and saved as %1."),
            "file": qsTr("Saved as %1"),
            "failed": qsTr("The paper could not be printed: %1 The money is not touched by that; print it again.")
        })

    function field(name: string): string {
        return fields[name] ?? "";
    }

    function key(to: string): string {
        return keys[to] ?? "";
    }

    function form(code: string): string {
        return forms[code] ?? code;
    }

    function role(code: string): string {
        return roles[code] ?? "";
    }

    function idType(code: string): string {
        return idTypes[code] ?? code;
    }

    function error(code: string): string {
        return code === "" ? "" : errors[code] ?? errors.internal;
    }

    function why(code: string): string {
        return whys[code] ?? whys.held;
    }

    function event(code: string): string {
        return events[code] ?? whys[code] ?? events.other;
    }

    function state(code: string): string {
        return states[code] ?? "";
    }

    function decision(code: string): string {
        return decisions[code] ?? "";
    }

    function outcome(code: string): string {
        return decided[code] ?? "";
    }

    function concept(code: string): string {
        return concepts[code] ?? "";
    }

    function payment(code: string): string {
        return payments[code] ?? "";
    }

    function paper(state: string, error: string, file: string): string {
        const said = papers[state] ?? papers.working;
        return said.includes("%1") ? said.arg(state === "failed" ? Texts.fault(error) : file) : said;
    }
}
