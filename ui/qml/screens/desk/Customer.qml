pragma ComponentBehavior: Bound

import QtQuick
import "../../components"
import Dispensador

// Whose prepaid account: the search, then the account with its payments at the desk.
DeskPage {
    id: screen

    function step(by: int): void {
        const at = screen.body.payments.findIndex(row => row.selected);
        const next = screen.body.payments[at + by];
        if (next !== undefined)
            screen.send("select", {
                "name": "payment",
                "value": next.movement
            });
    }

    backText: screen.body.found ? qsTr("Another customer") : qsTr("Back")
    primary: !screen.body.found ? qsTr("Find") : screen.body.canTopUp ? qsTr("Load money") : ""
    subtitle: screen.body.found ? screen.body.document : qsTr("Type the document of the account's owner. Every look at an account is recorded with your name.")
    title: screen.body.found ? screen.body.holder : qsTr("Customer")

    Keys.onDownPressed: screen.step(1)
    Keys.onUpPressed: screen.step(-1)

    Column {
        spacing: Theme.gapWide
        visible: !screen.body.found
        width: 900 * Theme.unit

        onVisibleChanged: if (!visible)
            screen.forceActiveFocus()

        DeskChoices {
            heading: qsTr("Type of document (arrows ← →)")
            label: code => DeskTexts.idType(code)
            name: "idType"
            options: screen.body.idTypes
            width: parent.width

            onPicked: value => screen.send("select", {
                    "name": "id_type",
                    "value": value
                })
        }

        DeskForm {
            id: search

            fields: screen.body.found ? [] : screen.body.fields
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

    Row {
        anchors.fill: parent
        spacing: Theme.gapWide
        visible: screen.body.found

        Column {
            id: left

            spacing: Theme.gap
            width: 560 * Theme.unit

            DeskCard {
                width: parent.width

                DeskPair {
                    label: qsTr("Available")
                    strong: true
                    value: screen.body.available
                    valueName: "availableText"
                    width: parent.width
                }

                DeskPair {
                    label: qsTr("Set aside")
                    value: screen.body.held
                    width: parent.width
                }
            }

            DeskCard {
                gap: Theme.space
                heading: qsTr("Latest movements")
                width: parent.width

                Repeater {
                    model: RowModel {
                        rows: screen.body.lines.slice(0, 6)
                    }

                    Item {
                        id: line

                        required property string at
                        required property string concept
                        required property string amount
                        required property bool incoming

                        height: 34 * Theme.unit
                        width: parent ? parent.width : 0

                        DeskLabel {
                            color: Theme.soft
                            size: Math.round(22 * Theme.unit)
                            text: line.at
                        }

                        DeskLabel {
                            size: Math.round(22 * Theme.unit)
                            text: DeskTexts.concept(line.concept)
                            x: 235 * Theme.unit
                        }

                        DeskLabel {
                            anchors.right: parent.right
                            color: line.incoming ? Theme.good : Theme.ink
                            font.features: {
                                "tnum": 1
                            }
                            size: Math.round(22 * Theme.unit)
                            text: line.amount
                            weight: Font.DemiBold
                        }
                    }
                }
            }
        }

        Column {
            spacing: Theme.gap
            width: parent.width - left.width - parent.spacing

            DeskNotice {
                text: screen.body.found ? DeskTexts.error(screen.body.error) : ""
                textName: "failedText"
                tone: "bad"
                width: parent.width
            }

            DeskPaper {
                paper: screen.body.paper
                width: parent.width
            }

            DeskNotice {
                text: screen.body.canTopUp && screen.body.noSale !== "" ? qsTr("No certificate can be sold here now: %1").arg(Texts.fault(screen.body.noSale)) : ""
                textName: "noSaleText"
                tone: screen.body.noSale === "no_printer" ? "info" : "care"
                width: parent.width
            }

            DeskNotice {
                text: screen.body.canTopUp ? "" : qsTr("Without an open shift no money is taken or given back.")
                tone: "care"
                width: parent.width
            }

            DeskCard {
                gap: 0
                heading: screen.body.payments.length > 0 ? qsTr("Payments at the desk (↑ ↓ to choose)") : qsTr("Payments at the desk: none yet")
                width: parent.width

                Repeater {
                    model: RowModel {
                        rows: screen.body.payments.slice(0, screen.body.paper === null && screen.body.error === "" ? 10 : 8)
                    }

                    Rectangle {
                        id: row

                        required property string movement
                        required property string number
                        required property string at
                        required property string form
                        required property string amount
                        required property string cashier
                        required property string standing
                        required property bool selected

                        color: row.selected ? Theme.tint : "transparent"
                        height: 46 * Theme.unit
                        objectName: "payment_" + row.number
                        radius: 10 * Theme.unit
                        width: parent ? parent.width : 0

                        DeskLabel {
                            anchors.verticalCenter: parent.verticalCenter
                            color: row.selected ? Theme.accent : Theme.ink
                            font.features: {
                                "tnum": 1
                            }
                            size: Math.round(22 * Theme.unit)
                            text: row.number
                            weight: Font.DemiBold
                            x: Theme.gap
                        }

                        DeskLabel {
                            anchors.verticalCenter: parent.verticalCenter
                            color: Theme.soft
                            size: Math.round(22 * Theme.unit)
                            text: row.at
                            x: 200 * Theme.unit
                        }

                        DeskLabel {
                            anchors.verticalCenter: parent.verticalCenter
                            size: Math.round(22 * Theme.unit)
                            text: DeskTexts.form(row.form)
                            x: 430 * Theme.unit
                        }

                        DeskLabel {
                            anchors.verticalCenter: parent.verticalCenter
                            color: row.standing === "stands" ? Theme.soft : Theme.bad
                            size: Math.round(22 * Theme.unit)
                            text: row.standing === "stands" ? row.cashier : DeskTexts.payment(row.standing)
                            weight: row.standing === "stands" ? Font.Normal : Font.DemiBold
                            x: 600 * Theme.unit
                        }

                        DeskLabel {
                            anchors.right: parent.right
                            anchors.rightMargin: Theme.gap
                            anchors.verticalCenter: parent.verticalCenter
                            font.features: {
                                "tnum": 1
                            }
                            font.strikeout: row.standing === "reversed"
                            size: Math.round(22 * Theme.unit)
                            text: row.amount
                            weight: Font.DemiBold
                        }

                        TapArea {
                            onTapped: screen.send("select", {
                                "name": "payment",
                                "value": row.movement
                            })
                        }
                    }
                }
            }
        }
    }
}
