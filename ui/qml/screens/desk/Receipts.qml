pragma ComponentBehavior: Bound

import QtQuick
import "../../components"
import Dispensador

// Receipts looked up: the search, then the list and the chosen one as its paper says it.
DeskPage {
    id: screen

    readonly property real small: Math.round(22 * Theme.unit)
    readonly property var receipt: screen.body.receipt
    readonly property int linesLeft: Math.max(0, (screen.receipt?.lines.length ?? 0) - 2)

    function go(to: string): void {
        screen.send("go", {
            "to": to
        });
    }

    primary: screen.body.found ? "" : qsTr("Find")
    subtitle: !screen.body.found ? qsTr("Fill in what you know: everything typed has to fit. Looking by customer is recorded with your name.") : screen.body.cut ? qsTr("The newest ones; there are more. Search with more data to see the others.") : qsTr("The newest first (↑ ↓ to choose).")
    title: qsTr("Cash receipts")

    Keys.onDownPressed: screen.go("down")
    Keys.onUpPressed: screen.go("up")

    Column {
        spacing: Theme.gap
        visible: !screen.body.found
        width: 900 * Theme.unit

        onVisibleChanged: if (!visible)
            screen.forceActiveFocus()

        DeskNotice {
            text: screen.body.found ? "" : DeskTexts.error(screen.body.error)
            textName: "errorText"
            tone: screen.body.error === "nothing-found" ? "info" : "bad"
            width: parent.width
        }

        DeskForm {
            compact: true
            fields: screen.body.fields
            spacing: Theme.gap
            width: parent.width

            onIntent: (name, args) => screen.send(name, args)
        }

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
    }

    Column {
        id: said

        spacing: Theme.gap
        visible: screen.body.found
        width: parent.width

        DeskNotice {
            text: screen.body.found ? DeskTexts.error(screen.body.error) : ""
            textName: "failedText"
            tone: "bad"
            width: parent.width
        }

        DeskNotice {
            text: screen.body.sentTo !== "" ? qsTr("A copy is on its way by mail to %1").arg(screen.body.sentTo) : ""
            textName: "sentText"
            tone: "good"
            width: parent.width
        }

        DeskPaper {
            paper: screen.body.paper
            width: parent.width
        }
    }

    Row {
        id: halves

        readonly property real topped: said.height > 0 ? said.height + Theme.gap : 0

        height: parent.height - topped
        spacing: Theme.gapWide
        visible: screen.body.found
        width: parent.width
        y: topped

        DeskCard {
            id: left

            gap: 0
            width: parent.width * 0.58

            Repeater {
                model: RowModel {
                    rows: screen.body.rows
                }

                Rectangle {
                    id: row

                    required property string receipt
                    required property string number
                    required property string at
                    required property string holder
                    required property string amount
                    required property string standing
                    required property bool selected

                    color: row.selected ? Theme.tint : "transparent"
                    height: 50 * Theme.unit
                    objectName: "receipt_" + row.number
                    radius: 10 * Theme.unit
                    width: parent ? parent.width : 0

                    DeskLabel {
                        anchors.verticalCenter: parent.verticalCenter
                        color: row.selected ? Theme.accent : Theme.ink
                        font.features: {
                            "tnum": 1
                        }
                        size: screen.small
                        text: row.number
                        weight: Font.DemiBold
                        x: Theme.gap
                    }

                    DeskLabel {
                        anchors.verticalCenter: parent.verticalCenter
                        color: Theme.soft
                        size: screen.small
                        text: row.at
                        x: 210 * Theme.unit
                    }

                    DeskLabel {
                        anchors.verticalCenter: parent.verticalCenter
                        elide: Text.ElideRight
                        maximumLineCount: 1
                        size: screen.small
                        text: row.holder
                        width: 200 * Theme.unit
                        x: 450 * Theme.unit
                    }

                    DeskLabel {
                        anchors.verticalCenter: parent.verticalCenter
                        color: Theme.bad
                        size: screen.small
                        text: DeskTexts.payment(row.standing)
                        weight: Font.DemiBold
                        x: 660 * Theme.unit
                    }

                    DeskLabel {
                        anchors.right: parent.right
                        anchors.rightMargin: Theme.gap
                        anchors.verticalCenter: parent.verticalCenter
                        font.features: {
                            "tnum": 1
                        }
                        font.strikeout: row.standing === "reversed"
                        size: screen.small
                        text: row.amount
                        weight: Font.DemiBold
                    }

                    TapArea {
                        onTapped: screen.send("select", {
                            "name": "receipt",
                            "value": row.receipt
                        })
                    }
                }
            }

            DeskLabel {
                color: Theme.soft
                objectName: "pageText"
                size: screen.small
                text: qsTr("Page %1 of %2").arg(screen.body.page).arg(screen.body.pages)
                visible: screen.body.pages > 1
            }
        }

        DeskCard {
            gap: (halves.topped > 0 ? 3 : 8) * Theme.unit
            heading: screen.receipt?.kind === "order" ? qsTr("Certificates sold") : screen.receipt?.kind === "reversal" ? qsTr("Reversal of a recharge") : qsTr("Recharge")
            visible: !!screen.receipt
            width: parent.width - left.width - parent.spacing

            DeskPair {
                label: qsTr("Receipt")
                strong: true
                value: screen.receipt?.number ?? ""
                valueName: "numberText"
                width: parent.width
            }

            DeskPair {
                label: qsTr("Takes back the receipt")
                value: screen.receipt?.reverses ?? ""
                width: parent.width
            }

            DeskPair {
                label: qsTr("Order")
                value: screen.receipt?.kind === "order" ? screen.receipt.order + " · " + screen.receipt.recoveryCode : ""
                width: parent.width
            }

            DeskPair {
                label: qsTr("Settlement")
                value: screen.receipt?.settlement ?? ""
                width: parent.width
            }

            DeskPair {
                label: qsTr("Date")
                value: screen.receipt?.at ?? ""
                width: parent.width
            }

            DeskPair {
                label: qsTr("Cashier")
                value: screen.receipt?.cashier ?? ""
                width: parent.width
            }

            DeskPair {
                label: qsTr("Owner")
                value: screen.receipt?.holder ?? ""
                width: parent.width
            }

            DeskPair {
                label: qsTr("Document")
                value: screen.receipt?.document ?? ""
                width: parent.width
            }

            DeskPair {
                label: screen.receipt?.kind === "order" ? qsTr("Total") : DeskTexts.form(screen.receipt?.form ?? "")
                strong: true
                value: screen.receipt?.amount ?? ""
                width: parent.width
            }

            DeskLabel {
                color: Theme.soft
                size: screen.small
                text: screen.receipt?.paid ?? ""
                visible: text !== ""
                width: parent.width
            }

            DeskLabel {
                objectName: "linesText"
                size: screen.small
                text: (screen.receipt?.lines ?? []).slice(0, 2).join("\n") + (screen.linesLeft > 0 ? "\n" + qsTr("… and %n more", "", screen.linesLeft) : "")
                visible: text !== ""
                width: parent.width
            }

            DeskPair {
                label: qsTr("Received")
                value: screen.receipt?.given ?? ""
                width: parent.width
            }

            DeskPair {
                label: qsTr("Change")
                value: screen.receipt?.change ?? ""
                width: parent.width
            }

            DeskPair {
                label: qsTr("Number of the voucher")
                value: screen.receipt?.reference ?? ""
                width: parent.width
            }

            DeskPair {
                label: qsTr("Copies so far")
                value: String(screen.receipt?.copies ?? "")
                valueName: "copiesText"
                width: parent.width
            }

            DeskPair {
                label: qsTr("Mail on file")
                value: screen.receipt ? (screen.receipt.mailTo || qsTr("none")) : ""
                valueName: "mailText"
                width: parent.width
            }

            DeskLabel {
                color: Theme.bad
                text: screen.receipt?.reversed ? qsTr("It was taken back.") : ""
                visible: text !== ""
                weight: Font.DemiBold
            }
        }
    }
}
