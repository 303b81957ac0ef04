pragma ComponentBehavior: Bound

import QtQuick
import "../components"
import Dispensador

// Screen 3: which document, and its number.
Page {
    id: screen

    readonly property bool letters: screen.body.letters
    // The largest letters leave no place under the number, where it is upright.
    readonly property bool roomy: Theme.landscape || Theme.textScale <= 125

    panelWidth: letters ? Theme.keyboardPanelWidth : Theme.panelWidth
    title: qsTr("Who are you?")

    panel: [
        Keypad {
            visible: !screen.letters
            width: parent ? parent.width : 0

            onIntent: (name, args) => screen.intent(name, args)
        },
        Keyboard {
            caps: true
            shiftable: false
            visible: screen.letters
            width: parent ? parent.width : 0

            onIntent: (name, args) => screen.intent(name, args)
        },
        PrimaryButton {
            enabled: screen.body.canContinue
            objectName: "continueButton"
            text: qsTr("Continue")
            width: parent ? parent.width : 0

            onTapped: screen.intent("continue", {})
        }
    ]

    Grid {
        id: types

        columnSpacing: Theme.gap
        columns: Theme.reach ? 5 : 2
        rowSpacing: Theme.space * 1.5
        width: parent.width
        y: Theme.reach ? parent.height - height : 0

        Repeater {
            model: RowModel {
                rows: screen.body.idTypes
            }

            ChoiceChip {
                required property string code

                objectName: "idType_" + code
                tight: Theme.reach
                text: Texts.idType(code)
                width: (types.width - types.columnSpacing * (types.columns - 1)) / types.columns

                onTapped: screen.intent("set_id_type", {
                    "type": code
                })
            }
        }
    }

    Column {
        spacing: Theme.crowded ? Theme.gap : Theme.gapWide
        width: parent.width
        y: Theme.reach ? 0 : types.height + (Theme.crowded ? Theme.gap : Theme.gapWide)

        TypedField {
            hint: screen.letters ? qsTr("Letters and numbers") : qsTr("Document number")
            text: screen.body.typed
            width: parent.width
            wrong: screen.body.error !== ""
        }

        Notice {
            text: Texts.idError(screen.body.error)
            textName: "errorText"
            tone: "bad"
            visible: screen.body.error !== ""
            width: parent.width
        }

        Notice {
            text: qsTr("Your card was read. Check the number.")
            textName: "scannedText"
            tone: "good"
            visible: screen.roomy && screen.body.scanned && screen.body.error === ""
            width: parent.width
        }

        HintRow {
            icon: "scan-line"
            objectName: "scanHint"
            text: qsTr("Or hold your identity card to the reader.")
            visible: screen.roomy && screen.body.canScan && !screen.body.scanned && screen.body.error === ""
            width: parent.width
        }
    }
}
