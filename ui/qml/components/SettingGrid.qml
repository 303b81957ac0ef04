pragma ComponentBehavior: Bound

import QtQuick
import Dispensador

// The settings that may be changed at the machine: what each says, and the way to change it.
Grid {
    id: grid

    property var lines: []

    signal intent(string name, var args)

    columnSpacing: Theme.space * 1.5
    columns: Theme.landscape ? 2 : 1
    rowSpacing: Theme.space * 1.5

    Repeater {
        model: RowModel {
            rows: grid.lines.map(row => ({
                        "code": row.code,
                        "value": row.value,
                        "later": row.later,
                        "changed": row.changed
                    }))
        }

        Card {
            id: card

            required property string code
            required property string value
            required property string later
            required property bool changed

            height: Math.max(words.height, change.height) + Theme.gap * (Theme.landscape ? 1 : 1.5)
            width: (grid.width - grid.columnSpacing * (grid.columns - 1)) / grid.columns

            Column {
                id: words

                anchors.left: parent.left
                anchors.leftMargin: Theme.gap
                anchors.right: change.left
                anchors.rightMargin: Theme.gap
                anchors.verticalCenter: parent.verticalCenter

                Label {
                    color: Theme.soft
                    size: Theme.landscape ? Theme.head : Theme.small
                    text: MaintenanceTexts.settings[card.code] ?? card.code
                    width: parent.width
                }

                Label {
                    objectName: "setting_" + card.code
                    size: Theme.landscape ? Theme.small : Theme.body
                    text: card.value === "" ? qsTr("Not set") : card.value
                    weight: Font.DemiBold
                    width: parent.width
                }

                Label {
                    color: Theme.care
                    size: Theme.landscape ? Theme.head : Theme.small
                    text: card.later === "" ? qsTr("Changed at this machine") : qsTr("From the next start on: %1").arg(card.later)
                    visible: card.changed
                    width: parent.width
                }
            }

            SecondaryButton {
                id: change

                anchors.right: parent.right
                anchors.rightMargin: Theme.gap
                anchors.verticalCenter: parent.verticalCenter
                implicitHeight: Theme.touch
                objectName: "edit_" + card.code
                text: qsTr("Change")

                onTapped: grid.intent("edit", {
                    "key": card.code
                })
            }
        }
    }
}
