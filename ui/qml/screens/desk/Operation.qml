pragma ComponentBehavior: Bound

import QtQuick
import "../../components"
import Dispensador

// One purchase that waits: its story, what may be done, and why it is done.
DeskPage {
    id: screen

    readonly property bool told: screen.body.stage === "told"

    primary: told ? qsTr("Finish") : screen.body.action !== "" ? qsTr("Do it") : ""
    subtitle: DeskTexts.why(screen.body.line.why)
    title: told ? qsTr("Done") : qsTr("Purchase of %1").arg(screen.body.line.amount)

    Component.onCompleted: Qt.callLater(() => actions.forceActiveFocus())

    Row {
        anchors.fill: parent
        spacing: Theme.gapWide

        Column {
            id: deeds

            spacing: Theme.gapWide
            width: 860 * Theme.unit

            DeskNotice {
                text: screen.told ? DeskTexts.outcome(screen.body.action) : ""
                textName: "toldText"
                tone: "good"
                width: parent.width
            }

            DeskChoices {
                id: actions

                heading: qsTr("What is to be done? (arrows ← →)")
                label: code => DeskTexts.decision(code)
                name: "action"
                options: screen.body.actions
                visible: screen.body.actions.length > 0
                width: parent.width

                onPicked: value => screen.send("select", {
                        "name": "action",
                        "value": value
                    })
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

            DeskNotice {
                text: screen.told || screen.body.actions.length > 0 ? "" : screen.body.refunded ? qsTr("Its money was given back before. Nothing is left to do here.") : qsTr("There is nothing you can do about it here. A supervisor or administrator can.")
                tone: "info"
                width: parent.width
            }

            DeskNotice {
                text: DeskTexts.error(screen.body.error)
                textName: "errorText"
                tone: "bad"
                width: parent.width
            }

            DeskLabel {
                color: Theme.soft
                text: qsTr("Ask for the paper before you decide that it did not come out. The first decision counts.")
                visible: screen.body.actions.length > 1
                width: parent.width
            }
        }

        Column {
            spacing: Theme.gap
            width: parent.width - deeds.width - parent.spacing

            DeskCard {
                gap: Theme.space
                width: parent.width

                DeskPair {
                    label: qsTr("State")
                    value: DeskTexts.state(screen.body.line.state)
                    valueName: "stateText"
                    width: parent.width
                }

                DeskPair {
                    label: qsTr("Dispenser")
                    value: screen.body.line.place
                    width: parent.width
                }

                DeskPair {
                    label: qsTr("Since")
                    value: screen.body.line.at
                    width: parent.width
                }

                DeskPair {
                    label: qsTr("Recovery code")
                    value: screen.body.recoveryCode
                    width: parent.width
                }

                DeskPair {
                    label: qsTr("Order")
                    value: screen.body.orderNumber
                    width: parent.width
                }

                DeskPair {
                    label: qsTr("Registration")
                    value: screen.body.registration
                    width: parent.width
                }

                DeskPair {
                    label: qsTr("Certificate")
                    value: screen.body.certificate
                    width: parent.width
                }
            }

            DeskCard {
                gap: Theme.space * 0.75
                heading: qsTr("What happened")
                width: parent.width

                Repeater {
                    model: RowModel {
                        rows: screen.body.events
                    }

                    DeskLabel {
                        required property string at
                        required property string code
                        required property string detail

                        elide: Text.ElideRight
                        maximumLineCount: 1
                        size: Math.round(20 * Theme.unit)
                        text: at + " · " + DeskTexts.event(code) + (detail === "" ? "" : " · " + detail)
                        width: parent ? parent.width : 0
                        wrapMode: Text.NoWrap
                    }
                }
            }
        }
    }
}
