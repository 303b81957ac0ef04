import QtQuick
import "../../components"
import Dispensador

// One settlement: where it stands and who has it; its payment, or the reason of freeing or cancelling it.
DeskPage {
    id: screen

    readonly property string stage: screen.body.stage
    readonly property bool told: stage === "told"
    readonly property bool looking: stage === "look"
    readonly property bool elsewhere: screen.body.state === "at-desk" && !screen.body.mine

    // Who has it, where, since when.
    readonly property string who: qsTr("%1 (desk %2, since %3)").arg(screen.body.lockedBy).arg(screen.body.lockedPlace).arg(screen.body.lockedSince)

    primary: {
        switch (stage) {
        case "look":
            return screen.body.canTake ? qsTr("Take the payment") : "";
        case "fill":
            return qsTr("Review");
        case "sure":
            return qsTr("Pay %1").arg(screen.body.amount);
        case "unclear":
            return qsTr("Ask again");
        case "unlock":
            return qsTr("Unlock");
        case "cancel":
            return qsTr("Cancel the settlement");
        default:
            return qsTr("Another settlement");
        }
    }
    backText: stage === "fill" ? qsTr("Let it go") : qsTr("Back")
    subtitle: screen.body.holder + " · " + screen.body.document
    title: {
        switch (stage) {
        case "sure":
            return qsTr("Is this right?");
        case "unclear":
            return qsTr("The answer did not come");
        case "told":
            return qsTr("Settlement paid");
        case "unlock":
            return qsTr("Unlock settlement %1").arg(screen.body.number);
        case "cancel":
            return qsTr("Cancel settlement %1").arg(screen.body.number);
        default:
            return qsTr("Settlement %1").arg(screen.body.number);
        }
    }

    onStageChanged: if (screen.body.fields.length === 0)
        screen.forceActiveFocus()

    Row {
        anchors.fill: parent
        spacing: Theme.gapWide * 2

        Column {
            id: form

            // A column of no height would be left out of the row.
            bottomPadding: 1
            spacing: Theme.gapWide
            width: 860 * Theme.unit

            DeskNotice {
                text: SettlementTexts.done(screen.body.done)
                textName: "doneText"
                tone: screen.body.done === "let-go" ? "info" : "good"
                width: parent.width
            }

            DeskNotice {
                text: DeskTexts.error(screen.body.error)
                textName: "errorText"
                tone: screen.body.error === "never-done" ? "info" : "bad"
                width: parent.width
            }

            DeskNotice {
                text: !screen.looking || !screen.elsewhere ? "" : screen.body.live ? qsTr("Another desk is taking its payment: %1. Nobody else can take it until that desk ends or lets it go.").arg(screen.who) : qsTr("It was left at another desk: %1. That cashier is not signed in any more. A supervisor can unlock it with F6.").arg(screen.who)
                textName: "lockedText"
                tone: "care"
                width: parent.width
            }

            DeskNotice {
                text: screen.looking && screen.body.mine ? qsTr("You have it already (since %1). Take it again to pay it or to let it go.").arg(screen.body.lockedSince) : ""
                textName: "mineText"
                tone: "info"
                width: parent.width
            }

            DeskNotice {
                text: screen.body.needsShift ? qsTr("Without an open shift no money is taken or given back.") : ""
                tone: "care"
                width: parent.width
            }

            DeskNotice {
                text: screen.stage === "unlock" ? qsTr("It was left by %1. Ask whether money was taken there before you unlock it: whatever that desk still sends is refused from then on.").arg(screen.who) : ""
                tone: "care"
                width: parent.width
            }

            DeskChoices {
                heading: qsTr("Form of payment (arrows ← →)")
                label: code => DeskTexts.form(code)
                name: "form"
                options: screen.body.forms
                visible: screen.body.forms.length > 0
                width: parent.width

                onPicked: value => screen.send("select", {
                        "name": "payment_form",
                        "value": value
                    })
            }

            DeskForm {
                fields: screen.body.fields
                visible: screen.body.fields.length > 0
                width: parent.width

                onIntent: (name, args) => screen.send(name, args)
            }

            DeskNotice {
                text: screen.stage === "unclear" ? qsTr("Nobody knows yet whether it was paid. Do not take or give back money until the chamber has answered. Ask again: the same payment is never made twice.") : ""
                textName: "unclearText"
                tone: "care"
                width: parent.width
            }

            DeskNotice {
                text: screen.told ? (screen.body.before ? qsTr("The payment had been made already, before the answer was lost. It was not made twice.") : qsTr("The money is in the account.")) : ""
                textName: "toldText"
                tone: "good"
                width: parent.width
            }

            DeskPaper {
                paper: screen.body.paper
                width: parent.width
            }
        }

        Column {
            spacing: Theme.gap
            width: parent.width - form.width - parent.spacing

            DeskCard {
                gap: Theme.gap
                width: parent.width

                DeskPair {
                    ink: Theme.toneText(SettlementTexts.tone(screen.body.state))
                    label: qsTr("State")
                    value: SettlementTexts.state(screen.body.state)
                    valueName: "stateText"
                    width: parent.width
                }

                DeskPair {
                    label: qsTr("Amount")
                    strong: true
                    value: screen.body.amount
                    valueName: "amountText"
                    width: parent.width
                }

                DeskPair {
                    label: qsTr("Settlement")
                    value: screen.body.number
                    width: parent.width
                }

                DeskPair {
                    label: qsTr("Recovery code")
                    value: screen.body.code
                    valueName: "codeText"
                    width: parent.width
                }

                DeskPair {
                    label: qsTr("Made")
                    value: screen.body.madeAt
                    width: parent.width
                }

                DeskPair {
                    label: qsTr("May be paid until")
                    value: screen.body.expiresAt
                    width: parent.width
                }

                DeskPair {
                    label: qsTr("Paid on")
                    value: screen.body.paidAt
                    width: parent.width
                }

                DeskPair {
                    label: qsTr("Receipt")
                    strong: screen.told
                    value: screen.body.receipt + (screen.body.reversed ? " · " + qsTr("reversed") : "")
                    valueName: "numberText"
                    visible: screen.body.receipt !== ""
                    width: parent.width
                }

                DeskPair {
                    label: qsTr("Form of payment")
                    value: screen.body.form === "" ? "" : DeskTexts.form(screen.body.form)
                    width: parent.width
                }

                DeskPair {
                    label: qsTr("Number")
                    value: screen.body.reference
                    width: parent.width
                }

                DeskPair {
                    label: qsTr("Received")
                    value: screen.body.given
                    width: parent.width
                }

                DeskChange {
                    value: screen.body.change
                    width: parent.width
                }
            }
        }
    }
}
