pragma ComponentBehavior: Bound

import QtQuick
import "../../components"
import Dispensador

// One payment that could not be credited: what it is, what may be done about it, and what was done.
DeskPage {
    id: screen

    readonly property string stage: screen.body.stage
    readonly property bool looking: stage === "look"
    readonly property bool decided: screen.body.outcome !== ""
    readonly property var target: screen.body.target ?? null

    primary: {
        switch (stage) {
        case "sure":
            return screen.body.action === "apply" ? qsTr("Apply %1").arg(screen.body.row.amount) : qsTr("Do it");
        case "unclear":
            return qsTr("Ask again");
        case "told":
            return qsTr("Back to the list");
        default:
            return screen.body.action === "" ? "" : screen.body.action === "apply" && screen.target === null ? qsTr("Find the settlement") : qsTr("Review");
        }
    }
    subtitle: PaymentTexts.why(screen.body.row.why)
    title: {
        switch (stage) {
        case "sure":
            return qsTr("Is this right?");
        case "unclear":
            return qsTr("The answer did not come");
        case "told":
            return qsTr("Done");
        default:
            return qsTr("Payment of %1").arg(screen.body.row.amount);
        }
    }

    Component.onCompleted: Qt.callLater(() => actions.forceActiveFocus())
    onStageChanged: if (!screen.looking)
        screen.forceActiveFocus()

    Row {
        anchors.fill: parent
        spacing: Theme.gapWide * 2

        Column {
            id: deeds

            // A column of no height would be left out of the row.
            bottomPadding: 1
            spacing: Theme.gap
            width: 1000 * Theme.unit

            DeskNotice {
                text: screen.body.before ? qsTr("It had been done before the answer was lost.") : ""
                tone: "info"
                width: parent.width
            }

            DeskNotice {
                text: screen.decided ? PaymentTexts.outcome(screen.body.outcome, screen.body.appliedTo) : ""
                textName: "toldText"
                tone: screen.stage === "told" ? "good" : "info"
                width: parent.width
            }

            DeskNotice {
                text: DeskTexts.error(screen.body.error)
                textName: "errorText"
                tone: screen.body.error === "never-done" ? "info" : "bad"
                width: parent.width
            }

            DeskChoices {
                id: actions

                heading: qsTr("What is to be done? (arrows ← →)")
                label: code => PaymentTexts.action(code)
                name: "action"
                options: screen.body.actions
                visible: screen.body.actions.length > 0
                width: parent.width

                onPicked: value => screen.send("select", {
                        "name": "action",
                        "value": value
                    })
            }

            DeskNotice {
                text: screen.looking || screen.stage === "sure" ? PaymentTexts.meaning(screen.body.action) : ""
                textName: "meaningText"
                tone: "info"
                width: parent.width
            }

            Repeater {
                model: RowModel {
                    rows: screen.body.fields
                }

                DeskField {
                    width: deeds.width

                    onIntent: (name, args) => screen.send(name, args)
                }
            }

            DeskLabel {
                objectName: "reasonText"
                text: qsTr("Reason: %1").arg(screen.body.reason)
                visible: screen.body.reason !== ""
                width: parent.width
            }

            DeskNotice {
                text: screen.stage === "unclear" ? qsTr("Nobody knows yet whether it was done. Ask again: the same deed is never done twice.") : ""
                tone: "care"
                width: parent.width
            }

            DeskNotice {
                text: screen.looking && !screen.decided && screen.body.actions.length === 0 ? qsTr("There is nothing you can do about it here. A supervisor or administrator can.") : ""
                tone: "info"
                width: parent.width
            }
        }

        Column {
            spacing: Theme.gap
            width: parent.width - deeds.width - parent.spacing

            DeskCard {
                gap: Theme.space
                heading: qsTr("What the bank reported")
                width: parent.width

                DeskPair {
                    label: qsTr("Amount")
                    strong: true
                    value: screen.body.row.amount + (screen.body.centavos > 0 ? "," + String(screen.body.centavos).padStart(2, "0") : "")
                    valueName: "amountText"
                    width: parent.width
                }

                DeskPair {
                    label: qsTr("Reference")
                    value: screen.body.row.reference
                    width: parent.width
                }

                DeskPair {
                    label: qsTr("Names settlement")
                    value: screen.body.settlement
                    width: parent.width
                }

                DeskPair {
                    label: qsTr("Bank")
                    value: screen.body.row.bank
                    width: parent.width
                }

                DeskPair {
                    label: qsTr("File and line")
                    value: screen.body.row.bank === "" ? qsTr("by hand") : screen.body.row.file + " · " + screen.body.row.line
                    valueName: "fileText"
                    width: parent.width
                }

                DeskPair {
                    label: qsTr("Waits since")
                    value: screen.body.at
                    width: parent.width
                }
            }

            DeskCard {
                gap: Theme.space
                heading: qsTr("Settlement it goes to")
                visible: screen.target !== null && !screen.decided
                width: parent.width

                DeskPair {
                    label: qsTr("Settlement")
                    value: screen.target?.number ?? ""
                    width: parent.width
                }

                DeskPair {
                    label: qsTr("Of")
                    value: (screen.target?.holder ?? "") + " · " + (screen.target?.document ?? "")
                    width: parent.width
                }

                DeskPair {
                    label: qsTr("Amount")
                    value: screen.target?.amount ?? ""
                    width: parent.width
                }

                DeskPair {
                    label: qsTr("State")
                    value: SettlementTexts.state(screen.target?.state ?? "")
                    width: parent.width
                }

                DeskLabel {
                    color: screen.target?.pays ?? false ? Theme.good : Theme.care
                    objectName: "paysText"
                    text: screen.target?.pays ?? false ? qsTr("It becomes paid by this payment.") : qsTr("The account is credited, and the settlement stays as it is.")
                    weight: Font.DemiBold
                    width: parent.width
                }
            }

            DeskCard {
                gap: Theme.space
                heading: qsTr("What was decided")
                visible: screen.decided
                width: parent.width

                DeskPair {
                    label: qsTr("By")
                    value: screen.body.decidedBy
                    valueName: "decidedByText"
                    width: parent.width
                }

                DeskPair {
                    label: qsTr("When")
                    value: screen.body.decidedAt
                    width: parent.width
                }

                DeskLabel {
                    text: screen.body.note
                    width: parent.width
                }
            }
        }
    }
}
