pragma Singleton

import QtQuick

// Codes of payments that banks reported and that could not be credited, in words.
QtObject {
    // Why it was not credited.
    readonly property var whys: ({
            "unknown": qsTr("Its reference is of no settlement"),
            "amount-differs": qsTr("Another amount than the settlement's"),
            "paid-before": qsTr("The settlement had been paid already"),
            "expired": qsTr("The settlement had expired when it was paid"),
            "cancelled": qsTr("The settlement had been cancelled"),
            "sent-back": qsTr("The bank took the payment back")
        })
    readonly property var actions: ({
            "apply": qsTr("Apply to a settlement"),
            "return": qsTr("Give back to the bank"),
            "outside": qsTr("Solved outside")
        })
    // What a deed does, before it is done.
    readonly property var meanings: ({
            "apply": qsTr("What the bank received is credited to the prepaid account of the settlement you name. A second person approves just this payment for just that settlement."),
            "return": qsTr("The bank gives the money back to who paid. Nothing is credited here, and a second person approves it. Ask the bank for the return as well: this note does not order it."),
            "outside": qsTr("It is taken off the list with your reason. No money moves here.")
        })
    readonly property var outcomes: ({
            "applied": qsTr("Applied: the money is in the account of settlement %1."),
            "returned": qsTr("Noted as given back to the bank. Nothing was credited."),
            "outside": qsTr("Noted as solved outside. Nothing was credited.")
        })

    function why(code: string): string {
        return whys[code] ?? "";
    }

    function action(code: string): string {
        return actions[code] ?? "";
    }

    function meaning(code: string): string {
        return meanings[code] ?? "";
    }

    // What became of it; number is the settlement's, where there is one.
    function outcome(code: string, number: string): string {
        return (outcomes[code] ?? "").replace("%1", number);
    }

    // Where a payment stood: the bank, its file and the line there.
    function place(bank: string, file: string, line: int): string {
        return bank === "" ? qsTr("Reported by hand") : qsTr("Bank %1 · file %2, line %3").arg(bank).arg(file).arg(line);
    }
}
