import QtQuick
import "../../components"
import Dispensador

// Who this machine is to the chamber; and the way to pair it anew, with a one-time code and a fingerprint to compare.
SectionPage {
    id: screen

    readonly property bool typing: screen.body.typing

    actsShown: !typing || body.asking !== ""

    Column {
        spacing: Theme.landscape ? Theme.gap : Theme.gapWide
        visible: !screen.body.loading && !screen.typing
        width: parent.width

        FactGrid {
            facts: screen.body.facts
            visible: screen.body.facts.length > 0
            width: parent.width
        }

        SecondaryButton {
            icon: "key-round"
            enabled: screen.body.doing === ""
            objectName: "typeCode"
            text: screen.body.doing === "pair_anew" ? qsTr("Working …") : qsTr("Pair this machine anew")
            width: parent.width

            onTapped: screen.intent("type_code", {})
        }
    }

    Column {
        spacing: Theme.gap
        visible: screen.typing
        width: parent.width

        Label {
            color: Theme.soft
            size: Theme.small
            text: qsTr("Type the one-time code of the chamber. It is good for ten minutes. This machine goes on as it is until you have compared the digits.")
            width: parent.width
        }

        CodeBoxes {
            length: screen.body.size
            text: screen.body.typed
            width: parent.width
        }

        CodeKeys {
            columns: Theme.landscape ? 11 : 7
            names: ["B", "C", "D", "F", "G", "H", "J", "K", "L", "M", "N", "P", "Q", "R", "S", "T", "V", "W", "X", "Z", "erase"]
            width: parent.width

            onIntent: (name, args) => screen.intent(name, args)
        }

        Grid {
            id: below

            columnSpacing: Theme.gap
            columns: Theme.landscape ? 2 : 1
            rowSpacing: Theme.gap
            width: parent.width

            SecondaryButton {
                enabled: screen.body.canPair
                icon: "check"
                objectName: "pairNow"
                text: qsTr("Ask the chamber")
                width: (below.width - below.columnSpacing * (below.columns - 1)) / below.columns

                onTapped: screen.intent("act_on", {
                    "code": "pair_anew",
                    "what": "",
                    "amount": 0
                })
            }

            SecondaryButton {
                icon: "x"
                objectName: "cancelCode"
                text: qsTr("Leave it as it is")
                width: (below.width - below.columnSpacing * (below.columns - 1)) / below.columns

                onTapped: screen.intent("back", {})
            }
        }
    }
}
