pragma Singleton

import QtQuick

// Codes of settlements in words.
QtObject {
    readonly property var states: ({
            "open": qsTr("To be paid"),
            "at-bank": qsTr("To be paid (slip for the bank)"),
            "at-desk": qsTr("Being paid at a desk"),
            "paid": qsTr("Paid"),
            "expired": qsTr("Expired"),
            "cancelled": qsTr("Cancelled")
        })
    readonly property var tones: ({
            "open": "info",
            "at-bank": "info",
            "at-desk": "care",
            "paid": "good",
            "expired": "bad",
            "cancelled": "bad"
        })
    readonly property var deeds: ({
            "made": qsTr("The settlement is made. Give the customer its number and its recovery code: it may be paid here now or at any desk until it expires."),
            "let-go": qsTr("It was let go and nothing was paid. If the customer handed over money, give it back."),
            "unlocked": qsTr("It is free again, with your name and your reason in the trail. No payment of the other desk arrived, and none will be taken from it."),
            "cancelled": qsTr("It is cancelled: nobody can pay it any more.")
        })

    function state(code: string): string {
        return states[code] ?? "";
    }

    function tone(code: string): string {
        return tones[code] ?? "info";
    }

    function done(code: string): string {
        return deeds[code] ?? "";
    }
}
