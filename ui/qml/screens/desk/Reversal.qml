import QtQuick
import "../../components"
import Dispensador

// A payment taken back: which one, why, and its own receipt.
DeskPage {
    id: screen

    readonly property string stage: screen.body.stage
    readonly property bool told: stage === "told"

    primary: stage === "fill" ? qsTr("Reverse %1").arg(screen.body.amount) : stage === "unclear" ? qsTr("Ask again") : qsTr("Back to the customer")
    subtitle: screen.body.holder + " · " + screen.body.document
    title: stage === "unclear" ? qsTr("The answer did not come") : told ? qsTr("Payment reversed") : qsTr("Reverse payment %1").arg(screen.body.paid)

    function accept(): void {
        screen.send(screen.told ? "back" : "continue", {});
    }

    onStageChanged: if (stage !== "fill")
        screen.forceActiveFocus()

    Row {
        anchors.fill: parent
        spacing: Theme.gapWide * 2

        Column {
            id: form

            spacing: Theme.gapWide
            width: 860 * Theme.unit

            DeskForm {
                fields: screen.body.fields
                visible: screen.stage === "fill"
                width: parent.width

                onIntent: (name, args) => screen.send(name, args)
            }

            DeskNotice {
                text: screen.stage === "unclear" ? qsTr("Nobody knows yet whether the payment was reversed. Do not give money back until the chamber has answered. Ask again: it is never reversed twice.") : ""
                textName: "unclearText"
                tone: "care"
                width: parent.width
            }

            DeskNotice {
                text: !screen.told ? "" : screen.body.before ? qsTr("It had been reversed already, before the answer was lost. Give back %1 once.").arg(screen.body.amount) : qsTr("Give back %1 to the customer, in the form it was paid, and have the receipt signed.").arg(screen.body.amount)
                textName: "toldText"
                tone: "good"
                width: parent.width
            }

            DeskNotice {
                text: DeskTexts.error(screen.body.error)
                textName: "errorText"
                tone: screen.body.error === "never-done" ? "info" : "bad"
                width: parent.width
            }

            DeskPaper {
                paper: screen.body.paper
                width: parent.width
            }

            DeskLabel {
                color: Theme.soft
                text: qsTr("The payment stays as it is; the reversal is a movement of its own that points to it. Large amounts need a second person.")
                visible: screen.stage === "fill"
                width: parent.width
            }
        }

        DeskCard {
            gap: Theme.gap
            width: parent.width - form.width - parent.spacing

            DeskPair {
                label: qsTr("Receipt of the reversal")
                strong: true
                value: screen.body.number
                valueName: "numberText"
                width: parent.width
            }

            DeskPair {
                label: qsTr("Amount")
                strong: true
                value: screen.body.amount
                width: parent.width
            }

            DeskPair {
                label: qsTr("Form of payment")
                value: DeskTexts.form(screen.body.form)
                width: parent.width
            }

            DeskPair {
                label: qsTr("Receipt")
                value: screen.body.paid
                width: parent.width
            }

            DeskPair {
                label: qsTr("Paid")
                value: screen.body.paidAt
                width: parent.width
            }

            DeskPair {
                label: qsTr("Cashier")
                value: screen.body.paidBy
                width: parent.width
            }
        }
    }
}
