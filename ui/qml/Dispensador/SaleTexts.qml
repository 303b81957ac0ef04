pragma Singleton

import QtQuick

// Codes of a sale at the desk in words.
QtObject {
    readonly property var ways: ({
            "prepaid": qsTr("Prepaid account"),
            "expense": qsTr("At the chamber's expense")
        })
    readonly property var titles: ({
            "all": qsTr("Sold and printed"),
            "some": qsTr("Part of it was printed"),
            "none": qsTr("Nothing was printed"),
            "unknown": qsTr("It is not known whether it was printed"),
            "not-begun": qsTr("Nothing was printed")
        })
    readonly property var endings: ({
            "all": qsTr("Every copy came out and is charged. Hand over the certificates and the receipt."),
            "some": qsTr("Only what came out is charged. Copies that did not come out cost nothing."),
            "none": qsTr("No copy came out and nothing is charged."),
            "unknown": qsTr("The printer does not prove whether the paper came out. The money stays set aside: look at the printer and decide it under Pending, with what you see."),
            "not-begun": qsTr("The order was not printed and nothing is charged.")
        })
    readonly property var tones: ({
            "all": "good",
            "some": "care",
            "none": "care",
            "unknown": "bad",
            "not-begun": "care"
        })

    function way(code: string): string {
        return ways[code] ?? DeskTexts.form(code);
    }

    function title(code: string): string {
        return titles[code] ?? "";
    }

    function ending(code: string): string {
        return endings[code] ?? "";
    }

    function tone(code: string): string {
        return tones[code] ?? "care";
    }
}
