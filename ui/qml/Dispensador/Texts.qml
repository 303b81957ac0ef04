pragma Singleton

import QtQuick

// Every code of the core in words a person understands. A code that is not here is a bug that a test finds; on a screen it
// would read as the sentence of "internal".
QtObject {
    id: texts

    // Printer faults: what is wrong with the machine.
    readonly property var faults: ({
            "disconnected": qsTr("The printer does not answer."),
            "unknown": qsTr("The state of the printer is not known."),
            "cutter_jam": qsTr("The printer's cutter is stuck."),
            "paper_jam": qsTr("The paper is stuck."),
            "cover_open": qsTr("The printer's cover is open."),
            "paper_out": qsTr("The printer has run out of paper."),
            "paper_short": qsTr("There is too little paper left in the printer."),
            "presenter": qsTr("A printed sheet is still in the slot. Please take it."),
            "head_hot": qsTr("The printer is too hot and is cooling down."),
            "offline": qsTr("The printer is paused."),
            "no_printer": qsTr("This place has no printer.")
        })

    // The same in two words, for chips.
    readonly property var printing: ({
            "ready": qsTr("Printing ready"),
            "near_end": qsTr("Printing ready"),
            "disconnected": qsTr("Printer without answer"),
            "unknown": qsTr("Printer being checked"),
            "cutter_jam": qsTr("Cutter stuck"),
            "paper_jam": qsTr("Paper stuck"),
            "cover_open": qsTr("Printer open"),
            "paper_out": qsTr("Printing stopped"),
            "paper_short": qsTr("Paper running out"),
            "presenter": qsTr("Paper in the slot"),
            "head_hot": qsTr("Printer cooling down"),
            "offline": qsTr("Printer paused"),
            "no_printer": qsTr("No printer here")
        })
    readonly property var papers: ({
            "enough": qsTr("Enough paper"),
            "low": qsTr("Little paper left"),
            "out": qsTr("No paper"),
            "unknown": qsTr("Paper being checked")
        })
    readonly property var networks: ({
            "online": qsTr("Online"),
            "offline": qsTr("No connection")
        })

    readonly property var idTypes: ({
            "CC": qsTr("Citizenship card"),
            "NIT": qsTr("NIT (tax number)"),
            "CE": qsTr("Foreigner's card"),
            "TI": qsTr("Identity card (minors)"),
            "PA": qsTr("Passport")
        })
    readonly property var idErrors: ({
            "empty": qsTr("Type your document number."),
            "length": qsTr("The number has too few or too many digits. Check it."),
            "digits": qsTr("This document has only numbers."),
            "leading-zero": qsTr("The number does not start with zero. Check it."),
            "check-digit": qsTr("The last digit of the NIT does not match the others. Type the whole NIT, with its check digit."),
            "no-document": qsTr("That code is not an identity document. Type the number.")
        })

    // Everything that central, the cart or the purchase may refuse.
    readonly property var errors: ({
            "credentials-invalid": qsTr("The document or the key is not right. Try again."),
            "throttled": qsTr("There were several failed tries. Wait a little before you try again."),
            "key-blocked": qsTr("The key is blocked. You can create a new one at the counter of the chamber."),
            "not-activated": qsTr("Your user is not active yet. Follow the link that was sent to your e-mail."),
            "session-expired": qsTr("Your session has ended. Sign in again."),
            "account-unknown": qsTr("There is no prepaid account with that document. Check the number."),
            "prepaid-key-invalid": qsTr("The prepaid key is not right. It is not the secure key. Try again."),
            "insufficient-balance": qsTr("The balance is not enough for this purchase."),
            "price-changed": qsTr("The price has changed. Check the new total before you pay."),
            "not-sold": qsTr("This certificate is not sold here. Ask at the counter."),
            "cart-too-large": qsTr("This order is too large. Buy it in two parts."),
            "cart-full": qsTr("You have reached the largest number of certificates for one order."),
            "token-expired": qsTr("Too much time went by before printing. Nothing was charged."),
            "nothing-found": qsTr("Nothing was found. Check what you typed."),
            "receipt-pending": qsTr("The receipt is not ready yet. You can ask for it at the counter."),
            "central-offline": qsTr("There is no connection with the chamber. Try again in some minutes."),
            "unavailable": qsTr("The chamber's service does not answer. Try again in some minutes."),
            "declined": qsTr("The chamber did not authorise this purchase."),
            "certificate-damaged": qsTr("The certificate did not arrive complete, so it was not printed."),
            "lease-lost": qsTr("The authorisation ran out before printing."),
            "already-decided": qsTr("Somebody has decided already, or it is being printed at another dispenser."),
            "not-yet-known": qsTr("Its own dispenser has not told yet how it ended."),
            "printer": qsTr("The printer failed."),
            "disk": qsTr("The machine cannot save its records."),
            "unfinished": qsTr("There are purchases that the chamber must check first."),
            "clock-wrong": qsTr("The machine's clock does not agree with the chamber's."),
            "integrity": qsTr("The machine found a contradiction in its records. The chamber must check it."),
            "out-of-service": qsTr("The chamber has closed this machine for now."),
            "device-stopped": qsTr("The chamber does not accept this machine at present."),
            "no-account": qsTr("There is no prepaid account with your document yet."),
            "no-paper": qsTr("There is not enough paper for this order."),
            "internal": qsTr("Something failed inside the machine.")
        })

    // Codes that are nobody's business but the engineers': the person is told that the machine failed.
    readonly property var internalCodes: ["malformed", "not-found", "too-large", "contract-unsupported", "signature-invalid", "clock-skew", "nonce-reused", "device-unknown", "device-revoked", "device-cloned", "enrol-code-invalid", "fingerprint-mismatch", "in-progress", "voided-before-capture", "already-captured", "reprint-limit", "certificate-void", "certificate-in-process", "mail-off", "no-mail-address", "code-invalid", "code-needed", "consent-outdated", "second-factor-missing", "already-enrolled", "key-expired", "key-too-weak", "not-entitled", "approval-needed", "not-possible", "settlement-locked", "settlement-closed", "settlement-in-use", "internal"]

    readonly property var concepts: ({
            "top_up": qsTr("Recharge"),
            "purchase": qsTr("Purchase"),
            "refund": qsTr("Refund"),
            "correction": qsTr("Correction")
        })
    readonly property var unfinishedStates: ({
            "waiting": qsTr("It was interrupted. You can print it now or get your money back."),
            "working": qsTr("Its dispenser is still working on it."),
            "silent": qsTr("Its dispenser has not told how it ended. You can get your money back."),
            "claimed": qsTr("It is being printed at a dispenser now."),
            "decided": qsTr("The chamber has decided that it was printed. It is being charged.")
        })
    // The same for whoever has only the code.
    readonly property var standings: ({
            "charged": qsTr("Charged"),
            "not_charged": qsTr("Not charged"),
            "waiting": qsTr("To be decided"),
            "working": qsTr("In progress"),
            "silent": qsTr("No news yet"),
            "claimed": qsTr("Being printed"),
            "decided": qsTr("Being charged")
        })
    readonly property var knowns: ({
            "waiting": qsTr("The printing was interrupted. The money is set aside and has not been charged."),
            "working": qsTr("The money is set aside and has not been charged."),
            "silent": qsTr("The money has not been charged."),
            "claimed": qsTr("The money is set aside and is charged only once."),
            "decided": qsTr("Somebody of the chamber saw that the paper came out. Its price is being charged.")
        })
    readonly property var unknowns: ({
            "waiting": qsTr("Whether the paper came out whole."),
            "working": qsTr("How it ends: its dispenser is still at it."),
            "silent": qsTr("How it ended: its dispenser has no connection with the chamber."),
            "claimed": qsTr("How it ends: a dispenser is printing it now."),
            "decided": ""
        })
    readonly property var remedies: ({
            "waiting": qsTr("Print it, marked as a copy and with the same verification code; it is charged once. Or get your money back."),
            "working": qsTr("Wait some minutes and look here again."),
            "silent": qsTr("Get your money back now. If it turns out later that the paper came out, it is charged then."),
            "claimed": qsTr("Take the paper there. If it does not come out, you can decide here again in some minutes."),
            "decided": qsTr("If that is not so, ask at the counter of the chamber.")
        })
    readonly property var endingTitles: ({
            "printed": qsTr("Done, take your certificate"),
            "given_back": qsTr("Your money is back"),
            "charged": qsTr("It had been charged already"),
            "not_printed": qsTr("It could not be printed"),
            "uncertain": qsTr("It was interrupted again"),
            "not_confirmed": qsTr("The confirmation is missing"),
            "refused": qsTr("It cannot be done now")
        })
    readonly property var endings: ({
            "printed": qsTr("It was printed and charged once: %1. The mark “COPIA” does not lessen its worth."),
            "given_back": qsTr("%1 is in your balance again. The verification code is void."),
            "charged": qsTr("The paper came out and %1 was charged before you asked."),
            "not_printed": qsTr("Nothing came out and nothing was charged. You can try it again or get your money back."),
            "uncertain": qsTr("We do not know whether the paper came out. %1 stays set aside and is not charged; you can decide at any dispenser with your key."),
            "not_confirmed": qsTr("The chamber did not answer. We cannot say yet that %1 is back: look here again in some minutes, with your key."),
            "refused": qsTr("Nothing was changed.")
        })
    readonly property var slips: ({
            "printing": qsTr("A paper with this code is being printed …"),
            "printed": qsTr("Take the paper with this code."),
            "failed": qsTr("There is no paper for this code. Write it down or take a picture.")
        })
    readonly property var kinds: ({
            "natural_person": qsTr("Natural person"),
            "legal_person": qsTr("Company"),
            "establishment": qsTr("Establishment"),
            "nonprofit": qsTr("Non-profit"),
            "bidder": qsTr("Bidder")
        })
    readonly property var copyPhases: ({
            "waiting": qsTr("Waiting"),
            "authorising": qsTr("Authorising"),
            "printing": qsTr("Printing"),
            "printed": qsTr("Printed"),
            "released": qsTr("Not charged"),
            "uncertain": qsTr("Being checked")
        })
    readonly property var moneys: ({
            "not_charged": qsTr("Nothing was charged. Your balance is complete."),
            "charged_partly": qsTr("Only what came out printed was charged: %1. The rest is back in your balance."),
            "held_unknown": qsTr("We do not know yet whether a certificate came out. Its price is set aside, not charged, until you decide at any dispenser."),
            "release_pending": qsTr("You will not be charged for what did not come out. The money goes back to your balance as soon as there is connection.")
        })
    readonly property string alsoCharged: qsTr("What did come out was charged: %1.")
    readonly property var receipts: ({
            "offered": qsTr("Do you want the receipt on paper?"),
            "printing": qsTr("Printing the receipt …"),
            "printed": qsTr("Take your receipt."),
            "failed": qsTr("The receipt could not be printed. Ask for it at the counter with the order number."),
            "unavailable": qsTr("The receipt cannot be printed now. Ask for it at the counter with the order number.")
        })
    readonly property var parts: ({
            "central": qsTr("There is no connection with the chamber"),
            "printer": qsTr("The printer is not ready"),
            "paper": qsTr("There is no paper"),
            "disk": qsTr("The machine cannot save its records"),
            "unfinished": qsTr("The chamber must check earlier purchases"),
            "clock": qsTr("The time is not right"),
            "integrity": qsTr("The machine must be checked"),
            "station": qsTr("This machine is closed")
        })
    readonly property var stepNames: ({
            "identification": qsTr("Identification"),
            "registration": qsTr("Registration"),
            "certificates": qsTr("Certificates"),
            "payment": qsTr("Payment"),
            "printing": qsTr("Printing", "step")
        })
    readonly property var actions: ({
            "buy": qsTr("Buy certificates"),
            "balance": qsTr("See balance"),
            "resume": qsTr("Resume a purchase")
        })
    readonly property var actionDescriptions: ({
            "buy": qsTr("They are printed right here and paid with your prepaid balance."),
            "balance": qsTr("Your available money and your latest movements."),
            "resume": qsTr("It was interrupted and you have a recovery code.")
        })

    // What a person may ask of the screens.
    readonly property var comforts: ({
            "high_contrast": qsTr("High contrast"),
            "low_reach": qsTr("Buttons further down"),
            "still": qsTr("Nothing moves"),
            "more_time": qsTr("More time")
        })
    readonly property var comfortDescriptions: ({
            "high_contrast": qsTr("White and yellow on black."),
            "low_reach": qsTr("Everything to touch is in the lower half."),
            "still": qsTr("The screens change without movement."),
            "more_time": qsTr("The machine waits twice as long for you.")
        })

    function error(code: string): string {
        if (code === "")
            return "";
        return errors[code] ?? faults[code] ?? idErrors[code] ?? errors.internal;
    }

    function fault(code: string): string {
        return faults[code] ?? error(code);
    }

    function printingState(code: string): string {
        return printing[code] ?? printing.unknown;
    }

    function paper(code: string): string {
        return papers[code] ?? papers.unknown;
    }

    function network(code: string): string {
        return networks[code] ?? networks.offline;
    }

    function idType(code: string): string {
        return idTypes[code] ?? code;
    }

    function idError(code: string): string {
        return code === "" ? "" : idErrors[code] ?? errors.internal;
    }

    function concept(code: string): string {
        return concepts[code] ?? "";
    }

    function unfinished(code: string): string {
        return unfinishedStates[code] ?? unfinishedStates.working;
    }

    function standing(code: string): string {
        return standings[code] ?? standings.working;
    }

    function known(code: string): string {
        return knowns[code] ?? knowns.working;
    }

    function unknown(code: string): string {
        return unknowns[code] ?? unknowns.working;
    }

    function remedy(code: string): string {
        return remedies[code] ?? remedies.working;
    }

    function endingTitle(code: string): string {
        return endingTitles[code] ?? endingTitles.uncertain;
    }

    function ending(code: string, amount: string): string {
        const sentence = endings[code] ?? endings.uncertain;
        return sentence.includes("%1") ? sentence.arg(amount) : sentence;
    }

    function slip(code: string): string {
        return slips[code] ?? slips.failed;
    }

    function kind(code: string): string {
        return kinds[code] ?? "";
    }

    function copyPhase(code: string): string {
        return copyPhases[code] ?? copyPhases.uncertain;
    }

    function money(code: string, charged: string): string {
        const sentence = moneys[code] ?? moneys.held_unknown;
        if (code === "charged_partly")
            return sentence.arg(charged);
        return code === "held_unknown" && charged !== "" ? sentence + " " + alsoCharged.arg(charged) : sentence;
    }

    function receipt(code: string): string {
        return receipts[code] ?? receipts.unavailable;
    }

    function part(code: string): string {
        return parts[code] ?? errors.internal;
    }

    // Unlike the others a step's name may come as ready text.
    function stepName(code: string): string {
        return stepNames[code] ?? code;
    }

    function action(code: string): string {
        return actions[code] ?? "";
    }

    function actionDescription(code: string): string {
        return actionDescriptions[code] ?? "";
    }

    function comfort(code: string): string {
        return comforts[code] ?? "";
    }

    function comfortDescription(code: string): string {
        return comfortDescriptions[code] ?? "";
    }
}
