pragma ComponentBehavior: Bound

import QtQuick
import "../../components"
import Dispensador

// What was written down, part by part: only what this role may look at stands here.
DeskPage {
    id: screen

    function step(by: int): void {
        const at = screen.body.parts.findIndex(part => part.selected);
        const next = screen.body.parts[at + by];
        if (next !== undefined)
            screen.send("select", {
                "name": "part",
                "value": next.code
            });
    }

    primary: qsTr("Look at it")
    subtitle: qsTr("↑ ↓ to choose, Enter to look at it.")
    title: qsTr("Records and reports")

    Keys.onDownPressed: screen.step(1)
    Keys.onUpPressed: screen.step(-1)

    DeskCard {
        gap: 0
        width: Math.min(parent.width, 1300 * Theme.unit)

        Repeater {
            model: RowModel {
                rows: screen.body.parts
            }

            Rectangle {
                id: row

                required property string code
                required property bool selected

                border.color: row.selected ? Theme.brand : "transparent"
                border.width: Theme.stroke
                color: row.selected ? Theme.tint : "transparent"
                height: Math.min(72 * Theme.unit, (screen.contentHeight - Theme.gapWide * 2) / screen.body.parts.length)
                objectName: "part_" + row.code
                radius: 10 * Theme.unit
                width: parent ? parent.width : 0

                DeskLabel {
                    anchors.verticalCenter: parent.verticalCenter
                    color: row.selected ? Theme.accent : Theme.ink
                    text: RecordTexts.part(row.code)
                    weight: Font.DemiBold
                    width: 440 * Theme.unit
                    x: Theme.gap
                }

                DeskLabel {
                    anchors.left: parent.left
                    anchors.leftMargin: 470 * Theme.unit
                    anchors.right: parent.right
                    anchors.rightMargin: Theme.gap
                    anchors.verticalCenter: parent.verticalCenter
                    color: Theme.soft
                    size: Math.round(22 * Theme.unit)
                    text: RecordTexts.hint(row.code)
                }

                TapArea {
                    onTapped: screen.send("select", {
                        "name": "part",
                        "value": row.code
                    })
                }
            }
        }
    }
}
