pragma ComponentBehavior: Bound

import QtQuick
import Dispensador

// One of a few, side by side: with the arrows when it has the keyboard, or with a click.
FocusScope {
    id: choices

    property var options: []
    property var label: code => code
    property string name: ""
    property string heading: ""

    signal picked(string value)

    function move(by: int): void {
        const at = choices.options.findIndex(option => option.selected);
        const next = choices.options[(Math.max(at, by > 0 ? -1 : 0) + by + choices.options.length) % choices.options.length];
        if (next !== undefined)
            choices.picked(next.code);
    }

    activeFocusOnTab: true
    implicitHeight: column.height

    Keys.onLeftPressed: choices.move(-1)
    Keys.onRightPressed: choices.move(1)
    Keys.onSpacePressed: choices.move(1)

    Column {
        id: column

        spacing: Theme.space * 0.75
        width: parent.width

        DeskLabel {
            color: Theme.soft
            size: Math.round(23 * Theme.unit)
            text: choices.heading
            visible: text !== ""
            weight: Font.Medium
        }

        Flow {
            spacing: Theme.space * 1.25
            width: parent.width

            Repeater {
                model: RowModel {
                    rows: choices.options
                }

                Rectangle {
                    id: chip

                    required property string code
                    required property bool selected

                    border.color: chip.selected ? Theme.brand : Theme.line
                    border.width: choices.activeFocus && chip.selected ? Theme.stroke * 1.5 : Theme.stroke
                    color: chip.selected ? (choices.activeFocus ? Theme.brand : Theme.tint) : Theme.surface
                    height: 62 * Theme.unit
                    objectName: choices.name + "_" + chip.code
                    radius: 14 * Theme.unit
                    width: word.implicitWidth + Theme.gapWide * 2

                    DeskLabel {
                        id: word

                        anchors.centerIn: parent
                        color: !chip.selected ? Theme.ink : choices.activeFocus ? Theme.brandInk : Theme.accent
                        text: choices.label(chip.code)
                        weight: chip.selected ? Font.Bold : Font.Medium
                    }

                    TapArea {
                        onTapped: {
                            choices.forceActiveFocus();
                            choices.picked(chip.code);
                        }
                    }
                }
            }
        }
    }
}
