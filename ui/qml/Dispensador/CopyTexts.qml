pragma Singleton

import QtQuick

// Codes of certificates that were sold, and of a copy of one, in words.
QtObject {
    readonly property var states: ({
            "valid": qsTr("Valid"),
            "in_process": qsTr("In process"),
            "void": qsTr("Void")
        })
    readonly property var titles: ({
            "printed": qsTr("The copy was printed"),
            "kept": qsTr("The copy was saved"),
            "late": qsTr("The copy is there"),
            "none": qsTr("The copy did not come out"),
            "unknown": qsTr("It is not known whether the copy came out")
        })
    readonly property var endings: ({
            "printed": qsTr("It came out and is counted. It says COPIA and carries the same verification code. Nothing is charged."),
            "kept": qsTr("It is counted. Print it from its file: it says COPIA and carries the same verification code. Nothing is charged."),
            "late": qsTr("It says COPIA and nothing is charged. The chamber did not answer: it counts the copy as soon as there is a connection."),
            "none": qsTr("No copy came out, none is counted and nothing is charged. You can try again with F7."),
            "unknown": qsTr("The printer does not prove whether the paper came out. Look at it and decide it under Pending, with what you see. Nothing is charged.")
        })
    readonly property var tones: ({
            "printed": "good",
            "kept": "good",
            "late": "care",
            "none": "care",
            "unknown": "bad"
        })

    function state(code: string): string {
        return states[code] ?? "";
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

    // Why it cannot be printed again: the certificate's own reason, or what this computer lacks.
    function noCopy(code: string): string {
        return code in DeskTexts.errors ? DeskTexts.error(code) : Texts.fault(code);
    }
}
