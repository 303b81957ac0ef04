import QtQuick
import "../../components"
import Dispensador

// A shift is opened again, or counted against the ledger of now; with a reason that stays.
DeskPage {
    id: screen

    readonly property bool reopening: screen.body.action === "reopen"

    primary: screen.reopening ? qsTr("Open it again") : qsTr("Recompute")
    subtitle: screen.reopening ? qsTr("Its closes stay as they are; the next one is added to them. The cashier sees your name and the reason.") : qsTr("The last count against what the ledger says by now. What differs becomes a close of its own; nothing is changed.")
    title: screen.reopening ? qsTr("Open a shift again") : qsTr("Recompute a close")

    Column {
        spacing: Theme.gapWide
        width: 900 * Theme.unit

        DeskCard {
            gap: Theme.gap
            heading: qsTr("Shift")
            width: parent.width

            DeskPair {
                label: qsTr("Cashier")
                strong: true
                value: screen.body.login
                valueName: "loginText"
                width: parent.width
            }

            DeskPair {
                label: qsTr("Desk")
                value: screen.body.place
                width: parent.width
            }

            DeskPair {
                label: qsTr("Opened")
                value: screen.body.openedAt
                width: parent.width
            }

            DeskPair {
                label: qsTr("Closed")
                value: screen.body.closedAt
                width: parent.width
            }
        }

        DeskForm {
            fields: screen.body.fields
            width: parent.width

            onIntent: (name, args) => screen.send(name, args)
        }

        DeskNotice {
            text: DeskTexts.error(screen.body.error)
            textName: "errorText"
            tone: "bad"
            width: parent.width
        }
    }
}
