pragma ComponentBehavior: Bound

import QtQuick
import "../../components"
import Dispensador

// What was sent and not answered: asked about one by one, until the chamber says what became of it.
DeskPage {
    id: screen

    readonly property bool open: screen.body.rows.length > 0

    primary: open ? qsTr("Ask the chamber") : qsTr("Finish")
    subtitle: qsTr("They left this computer, and no answer came back. Only the chamber knows whether they were made.")
    title: qsTr("Movements without answer")

    Column {
        spacing: Theme.gap
        width: 1000 * Theme.unit

        DeskNotice {
            text: screen.body.told === "made" ? qsTr("It had been made: receipt %1, %2. The customer's account is right. Print its paper from the customer's page.").arg(screen.body.number).arg(screen.body.amount) : screen.body.told === "decided" ? PaymentTexts.outcome(screen.body.kind, screen.body.number) : screen.body.told === "never" ? qsTr("It was never made. No money moved in the account; if the customer paid, make it again.") : ""
            textName: "toldText"
            tone: screen.body.told === "made" || screen.body.told === "decided" ? "good" : "info"
            width: parent.width
        }

        DeskNotice {
            text: DeskTexts.error(screen.body.error)
            textName: "errorText"
            tone: "bad"
            width: parent.width
        }

        DeskCard {
            width: parent.width

            DeskLabel {
                text: qsTr("Nothing is open any more.")
                visible: !screen.open
            }

            Repeater {
                model: RowModel {
                    rows: screen.body.rows
                }

                DeskPair {
                    required property string kind
                    required property string amount

                    label: kind === "payment" ? qsTr("Decision about a payment of a bank") : kind === "reversal" ? qsTr("Reversal of a payment") : kind === "sale" ? qsTr("Payment of certificates") : qsTr("Money for an account")
                    value: amount
                    width: parent ? parent.width : 0
                }
            }
        }
    }
}
