pragma ComponentBehavior: Bound

import QtQuick
import "../../components"
import Dispensador

// What waits for a person, oldest first: why, for how long, how much.
DeskPage {
    id: screen

    readonly property bool choosing: list.activeFocus && list.count > 0

    function accept(): void {
        if (screen.choosing)
            screen.pick(screen.body.rows[list.currentIndex].opId);
        else
            screen.send("continue", {});
    }

    function pick(opId: string): void {
        screen.send("select", {
            "name": "operation",
            "value": opId
        });
    }

    primary: screen.choosing ? qsTr("Look at it") : qsTr("Find")
    subtitle: screen.body.searched ? qsTr("What this code stands for. Empty the field to see everything that waits.") : qsTr("Oldest first. ↑ ↓ to choose, Enter to look at it; Tab to look for a code.")
    title: qsTr("Pending purchases")

    Component.onCompleted: Qt.callLater(() => list.forceActiveFocus())

    Column {
        anchors.fill: parent
        spacing: Theme.gap

        DeskNotice {
            text: DeskTexts.error(screen.body.error)
            textName: "errorText"
            tone: screen.body.error === "nothing-found" ? "info" : "bad"
            width: parent.width
        }

        DeskCard {
            gap: 0
            visible: list.count > 0 || screen.body.error === ""
            width: parent.width

            DeskLabel {
                objectName: "emptyText"
                text: qsTr("Nothing waits for a person.")
                visible: list.count === 0 && screen.body.error === ""
            }

            ListView {
                id: list

                activeFocusOnTab: true
                clip: true
                height: Math.min(count * 70 * Theme.unit, 430 * Theme.unit)
                keyNavigationEnabled: true
                width: parent.width

                delegate: Rectangle {
                    id: row

                    required property int index
                    required property string opId
                    required property string place
                    required property string why
                    required property string age
                    required property string at
                    required property string amount

                    border.color: ListView.isCurrentItem && list.activeFocus ? Theme.brand : "transparent"
                    border.width: Theme.stroke
                    color: ListView.isCurrentItem ? Theme.tint : "transparent"
                    height: 70 * Theme.unit
                    objectName: "operation_" + row.index
                    radius: 10 * Theme.unit
                    width: list.width

                    DeskLabel {
                        anchors.verticalCenter: parent.verticalCenter
                        text: row.place
                        weight: Font.Bold
                        x: Theme.gap
                    }

                    DeskLabel {
                        anchors.verticalCenter: parent.verticalCenter
                        text: DeskTexts.why(row.why)
                        width: row.width - 670 * Theme.unit
                        x: 100 * Theme.unit
                    }

                    DeskLabel {
                        anchors.right: parent.right
                        anchors.rightMargin: 430 * Theme.unit
                        anchors.verticalCenter: parent.verticalCenter
                        color: Theme.care
                        text: row.age
                        weight: Font.DemiBold
                    }

                    DeskLabel {
                        anchors.right: parent.right
                        anchors.rightMargin: 140 * Theme.unit
                        anchors.verticalCenter: parent.verticalCenter
                        color: Theme.soft
                        size: Math.round(22 * Theme.unit)
                        text: row.at
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
                        onTapped: screen.pick(row.opId)
                    }
                }
                model: RowModel {
                    rows: screen.body.rows
                }
            }
        }

        Repeater {
            model: RowModel {
                rows: screen.body.fields
            }

            DeskField {
                label: qsTr("Recovery code, order number or verification code")
                width: 700 * Theme.unit

                onIntent: (name, args) => screen.send(name, args)
            }
        }
    }
}
