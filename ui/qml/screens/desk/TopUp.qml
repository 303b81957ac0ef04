import QtQuick
import "../../components"
import Dispensador

// Money for an account: how it is paid, being sure, and the receipt; or, when no answer came, asking what became of it.
DeskPage {
    id: screen

    readonly property string stage: screen.body.stage
    readonly property bool told: stage === "told"

    primary: stage === "fill" ? qsTr("Review") : stage === "sure" ? qsTr("Load %1").arg(screen.body.amount) : stage === "unclear" ? qsTr("Ask again") : qsTr("Back to the customer")
    subtitle: screen.body.holder + " · " + screen.body.document
    title: stage === "fill" ? qsTr("Load money") : stage === "sure" ? qsTr("Is this right?") : stage === "unclear" ? qsTr("The answer did not come") : qsTr("Money loaded")

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

            // A column of no height would be left out of the row.
            bottomPadding: 1
            spacing: Theme.gapWide
            width: 860 * Theme.unit

            DeskChoices {
                heading: qsTr("Form of payment (arrows ← →)")
                label: code => DeskTexts.form(code)
                name: "form"
                options: screen.body.forms
                visible: screen.stage === "fill"
                width: parent.width

                onPicked: value => screen.send("select", {
                        "name": "payment_form",
                        "value": value
                    })
            }

            DeskForm {
                fields: screen.body.fields
                visible: screen.stage === "fill"
                width: parent.width

                onIntent: (name, args) => screen.send(name, args)
            }

            DeskNotice {
                text: screen.stage === "unclear" ? qsTr("Nobody knows yet whether the money was loaded. Do not take or give back money until the chamber has answered. Ask again: the same payment is never made twice.") : ""
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
        }

        Column {
            spacing: Theme.gap
            width: parent.width - form.width - parent.spacing

            DeskCard {
                gap: Theme.gap
                width: parent.width

                DeskPair {
                    label: qsTr("Receipt")
                    strong: true
                    value: screen.body.number
                    valueName: "numberText"
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
                    label: qsTr("Form of payment")
                    value: DeskTexts.form(screen.body.form)
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

                DeskPair {
                    label: qsTr("Available before")
                    value: screen.told ? "" : screen.body.available
                    width: parent.width
                }
            }
        }
    }
}
