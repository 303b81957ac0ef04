pragma Singleton

import QtQuick

// Codes of what was written down at the desk, in words: shifts, closes, reports and receipts.
QtObject {
    readonly property var parts: ({
            "receipts": qsTr("Cash receipts"),
            "certificates": qsTr("Certificates sold"),
            "shifts": qsTr("Shifts and their closes"),
            "shift-close": qsTr("Close of a shift"),
            "cash-detail": qsTr("Cash detail by cashier"),
            "daily-summary": qsTr("Daily cash summary"),
            "movements": qsTr("Movements of an account"),
            "reversals": qsTr("Reversed and annulled receipts"),
            "key-changes": qsTr("Key changes"),
            "kiosk-journal": qsTr("Journal of a dispenser")
        })
    readonly property var hints: ({
            "receipts": qsTr("Of money at the desk and of certificates sold: by number, customer or day; copied, or sent by mail."),
            "certificates": qsTr("Looked up by code, order, receipt or customer; printed again as a copy."),
            "shifts": qsTr("What was counted and what was expected, differences and their reasons."),
            "cash-detail": qsTr("What each one took and gave back, by day and payment form."),
            "daily-summary": qsTr("Everything that moved on a day, by place."),
            "movements": qsTr("What came into a prepaid account and what was spent, with its balance."),
            "reversals": qsTr("What was taken back, refunded or annulled, by whom, and who allowed it."),
            "key-changes": qsTr("Who changed whose key, and when; never a key."),
            "kiosk-journal": qsTr("What a dispenser began on a day, and what became of it.")
        })
    readonly property var standings: ({
            "open": qsTr("Open"),
            "reopened": qsTr("Open again"),
            "closed": qsTr("Closed")
        })
    readonly property var closes: ({
            "counted": qsTr("Counted"),
            "recomputed": qsTr("Recomputed"),
            "provisional": qsTr("Provisional")
        })
    readonly property var told: ({
            "reopened": qsTr("The shift is open again. Its cashier sees who opened it and why."),
            "recomputed": qsTr("The ledger says something else by now: the difference stands as a close of its own."),
            "same": qsTr("The ledger says the same as the last close. Nothing was added.")
        })

    // What this computer has noted and the chamber does not know yet, and what came of telling it.
    readonly property var drawers: ({
            "opened": qsTr("The shift is open provisionally, on this computer alone. Until the chamber knows it no money can be moved. It is handed in by itself when there is a connection, or when you sign in."),
            "closed": qsTr("A provisional close waits on this computer. It is handed in by itself when there is a connection, or when you sign in.")
        })
    readonly property var handedIn: ({
            "taken": qsTr("What was noted without connection is at the chamber now."),
            "superseded": qsTr("The chamber knew of another shift or close. What was noted here stands in its trail; ask your supervisor."),
            "refused": qsTr("The chamber did not take over what was noted here. It stays on this computer; tell your supervisor.")
        })

    function drawer(code: string): string {
        return drawers[code] ?? "";
    }

    function handed(code: string): string {
        return handedIn[code] ?? "";
    }

    function part(code: string): string {
        return parts[code] ?? "";
    }

    function hint(code: string): string {
        return hints[code] ?? "";
    }

    function standing(code: string): string {
        return standings[code] ?? "";
    }

    function close(kind: string): string {
        return closes[kind] ?? "";
    }

    function outcome(code: string): string {
        return told[code] ?? "";
    }
}
