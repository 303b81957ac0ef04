pragma ComponentBehavior: Bound

import QtQuick
import Dispensador

// The copies of an order found by its code, each with how it stands; two columns when there are many, pages when there
// is no room.
Item {
    id: list

    property var copies: []
    property real room: 1000
    property real reachTop: 0
    readonly property int lines: Math.ceil(sheets.perPage / grid.columns)
    readonly property real space: room - (sheets.visible ? sheets.height + Theme.gap : 0)

    Grid {
        id: grid

        readonly property real rowHeight: Math.max(sheets.lowest, Math.min(Theme.space * 16, (list.space + rowSpacing) / Math.max(1, list.lines) - rowSpacing))

        columnSpacing: Theme.gap
        columns: list.copies.length > 4 && Theme.landscape && !Theme.crowded ? 2 : 1
        rowSpacing: sheets.spacing
        width: parent.width

        Repeater {
            model: RowModel {
                rows: sheets.shown(list.copies).map(copy => ({
                            "certificate": copy.certificate,
                            "standing": copy.state
                        }))
            }

            Card {
                id: row

                required property string certificate
                required property string standing
                readonly property string tone: standing === "charged" ? "good" : standing === "not_charged" ? "" : "care"
                readonly property color mark: tone === "" ? Theme.soft : Theme.toneText(tone)

                height: grid.rowHeight
                radius: Theme.radiusSmall
                width: (grid.width - grid.columnSpacing * (grid.columns - 1)) / grid.columns

                Icon {
                    id: icon

                    anchors.left: parent.left
                    anchors.leftMargin: Theme.gapWide
                    anchors.verticalCenter: parent.verticalCenter
                    colour: row.mark
                    name: row.standing === "charged" ? "circle-check" : row.standing === "not_charged" ? "ban" : "hourglass"
                    size: Theme.iconSmall
                }

                Label {
                    anchors.left: icon.right
                    anchors.leftMargin: Theme.gap
                    anchors.right: words.left
                    anchors.rightMargin: Theme.gap
                    anchors.verticalCenter: parent.verticalCenter
                    size: Theme.landscape && row.height < Theme.space * 9 ? Math.round(Theme.small * 0.75) : Theme.small
                    text: row.certificate
                    weight: Font.DemiBold
                }

                Label {
                    id: words

                    anchors.right: parent.right
                    anchors.rightMargin: Theme.gapWide
                    anchors.verticalCenter: parent.verticalCenter
                    color: row.mark
                    objectName: "standing"
                    size: Theme.small
                    text: Texts.standing(row.standing)
                    weight: Font.DemiBold
                    wrapMode: Text.NoWrap
                }
            }
        }
    }

    Sheets {
        id: sheets

        columns: grid.columns
        count: list.copies.length
        lowest: Theme.crowded ? Theme.small * 2.7 : Theme.space * 7
        room: list.room
        spacing: list.room / Math.max(1, Math.ceil(list.copies.length / grid.columns)) < Theme.space * 11 ? Theme.space : Theme.gap
        width: parent.width
        y: Math.max(grid.height + Theme.gap, list.reachTop)
    }
}
