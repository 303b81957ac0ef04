pragma ComponentBehavior: Bound

import QtQuick
import "../../components"
import Dispensador

// What is sold: the number of a registration, then its certificates with today's prices, one more or one less of each.
DeskPage {
    id: screen

    function step(by: int): void {
        const at = screen.body.items.findIndex(row => row.selected);
        const next = screen.body.items[at + by];
        if (next !== undefined)
            screen.send("select", {
                "name": "certificate",
                "value": next.code
            });
    }

    function count(to: string): void {
        if (screen.body.found)
            screen.send("go", {
                "to": to
            });
    }

    primary: screen.body.found || screen.body.copies > 0 && screen.body.fields[0].text === "" ? (screen.body.buyer.atExpense ? qsTr("Continue") : qsTr("Pay %1").arg(screen.body.total)) : qsTr("Find")
    primaryEnabled: !screen.body.found || screen.body.copies > 0
    subtitle: screen.body.buyer.atExpense ? qsTr("The chamber bears the cost: no money is taken.") : screen.body.buyer.holder + " · " + screen.body.buyer.document
    title: screen.body.found ? screen.body.name : qsTr("Sell certificates")

    Keys.onDownPressed: screen.step(1)
    Keys.onLeftPressed: screen.count("less")
    Keys.onRightPressed: screen.count("more")
    Keys.onUpPressed: screen.step(-1)

    Row {
        anchors.fill: parent
        spacing: Theme.gapWide

        Column {
            id: left

            spacing: Theme.gap
            width: parent.width - cart.width - parent.spacing

            DeskForm {
                fields: screen.body.fields
                visible: !screen.body.found
                width: Math.min(parent.width, 760 * Theme.unit)

                onIntent: (name, args) => screen.send(name, args)
                onVisibleChanged: visible ? begin() : screen.forceActiveFocus()
            }

            DeskNotice {
                text: DeskTexts.error(screen.body.error) === DeskTexts.error("internal") && screen.body.error !== "internal" ? Texts.fault(screen.body.error) : DeskTexts.error(screen.body.error)
                textName: "errorText"
                tone: "bad"
                width: parent.width
            }

            DeskNotice {
                text: screen.body.error === "" && screen.body.noSale !== "" ? qsTr("No certificate can be sold here now: %1").arg(Texts.fault(screen.body.noSale)) : ""
                textName: "noSaleText"
                width: parent.width
            }

            DeskNotice {
                text: screen.body.warnings.join("\n")
                textName: "warningText"
                width: parent.width
            }

            DeskCard {
                gap: 0
                heading: screen.body.items.length > 0 ? qsTr("%1 · today's prices (↑ ↓ to choose, → one more, ← one less)").arg(screen.body.registration) : qsTr("%1 · nothing is sold about this registration").arg(screen.body.registration)
                visible: screen.body.found
                width: parent.width

                Repeater {
                    model: RowModel {
                        rows: screen.body.items
                    }

                    Rectangle {
                        id: row

                        required property string code
                        required property string name
                        required property string price
                        required property int quantity
                        required property bool selected

                        color: row.selected ? Theme.tint : "transparent"
                        height: 54 * Theme.unit
                        objectName: "item_" + row.code
                        radius: 10 * Theme.unit
                        width: parent ? parent.width : 0

                        DeskLabel {
                            anchors.left: parent.left
                            anchors.leftMargin: Theme.gap
                            anchors.right: cost.left
                            anchors.rightMargin: Theme.gap
                            anchors.verticalCenter: parent.verticalCenter
                            color: row.selected ? Theme.accent : Theme.ink
                            elide: Text.ElideRight
                            text: row.name
                            weight: Font.DemiBold
                            wrapMode: Text.NoWrap
                        }

                        DeskLabel {
                            id: cost

                            anchors.right: number.left
                            anchors.rightMargin: Theme.gapWide
                            anchors.verticalCenter: parent.verticalCenter
                            font.features: {
                                "tnum": 1
                            }
                            text: row.price
                        }

                        DeskLabel {
                            id: number

                            anchors.right: parent.right
                            anchors.rightMargin: Theme.gap
                            anchors.verticalCenter: parent.verticalCenter
                            color: row.quantity > 0 ? Theme.good : Theme.soft
                            font.features: {
                                "tnum": 1
                            }
                            horizontalAlignment: Text.AlignRight
                            objectName: "quantity_" + row.code
                            text: "× " + row.quantity
                            weight: Font.Bold
                            width: 80 * Theme.unit
                        }

                        TapArea {
                            onTapped: screen.send("select", {
                                "name": "certificate",
                                "value": row.code
                            })
                        }
                    }
                }
            }
        }

        SaleCart {
            id: cart

            rows: screen.body.cart
            total: screen.body.total
            width: 600 * Theme.unit
        }
    }
}
