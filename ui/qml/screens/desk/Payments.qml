pragma ComponentBehavior: Bound

import QtQuick
import "../../components"
import Dispensador

// Payments that banks reported and nobody could credit, oldest first: why, since when, how much, where they stood.
DeskPage {
    id: screen

    readonly property bool choosing: list.count > 0

    function accept(): void {
        if (screen.choosing)
            screen.pick(screen.body.rows[list.currentIndex].paymentId);
    }

    function pick(paymentId: string): void {
        screen.send("select", {
            "name": "payment",
            "value": paymentId
        });
    }

    primary: screen.choosing ? qsTr("Look at it") : ""
    subtitle: screen.body.more ? qsTr("Oldest first. There are more than these: they show when these are decided.") : qsTr("Oldest first. ↑ ↓ to choose, Enter to look at it. This money is at the bank and in nobody's account.")
    title: screen.body.rows.length > 0 ? qsTr("Payments of banks not credited: %1").arg(screen.body.total) : qsTr("Payments of banks not credited")

    Component.onCompleted: Qt.callLater(() => list.forceActiveFocus())

    Column {
        anchors.fill: parent
        spacing: Theme.gap

        DeskNotice {
            text: DeskTexts.error(screen.body.error)
            textName: "errorText"
            tone: "bad"
            width: parent.width
        }

        DeskCard {
            gap: 0
            visible: screen.body.asked
            width: parent.width

            DeskLabel {
                objectName: "emptyText"
                text: qsTr("Every payment that a bank reported is credited or decided.")
                visible: list.count === 0
            }

            ListView {
                id: list

                activeFocusOnTab: true
                cacheBuffer: 0 // what is not on the page is not drawn
                clip: true
                height: Math.min(count, 5) * 96 * Theme.unit
                keyNavigationEnabled: true
                width: parent.width

                delegate: Rectangle {
                    id: row

                    required property int index
                    required property string paymentId
                    required property string why
                    required property string age
                    required property string reference
                    required property string bank
                    required property string file
                    required property int line
                    required property string amount

                    border.color: ListView.isCurrentItem && list.activeFocus ? Theme.brand : "transparent"
                    border.width: Theme.stroke
                    color: ListView.isCurrentItem ? Theme.tint : "transparent"
                    height: 96 * Theme.unit
                    objectName: "payment_" + row.index
                    radius: 10 * Theme.unit
                    width: list.width

                    Column {
                        anchors.verticalCenter: parent.verticalCenter
                        width: row.width - 430 * Theme.unit
                        x: Theme.gap

                        DeskLabel {
                            elide: Text.ElideRight
                            maximumLineCount: 1
                            text: PaymentTexts.why(row.why)
                            weight: Font.DemiBold
                            width: parent.width
                            wrapMode: Text.NoWrap
                        }

                        DeskLabel {
                            color: Theme.soft
                            elide: Text.ElideRight
                            maximumLineCount: 1
                            size: Math.round(21 * Theme.unit)
                            text: qsTr("Reference %1").arg(row.reference) + " · " + PaymentTexts.place(row.bank, row.file, row.line)
                            width: parent.width
                            wrapMode: Text.NoWrap
                        }
                    }

                    DeskLabel {
                        anchors.right: parent.right
                        anchors.rightMargin: 260 * Theme.unit
                        anchors.verticalCenter: parent.verticalCenter
                        color: Theme.care
                        text: row.age
                        weight: Font.DemiBold
                    }

                    DeskLabel {
                        anchors.right: parent.right
                        anchors.rightMargin: Theme.gap
                        anchors.verticalCenter: parent.verticalCenter
                        font.features: {
                            "tnum": 1
                        }
                        text: row.amount
                        weight: Font.Bold
                    }

                    TapArea {
                        onTapped: screen.pick(row.paymentId)
                    }
                }
                model: RowModel {
                    rows: screen.body.rows
                }
            }
        }
    }
}
