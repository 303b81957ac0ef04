pragma ComponentBehavior: Bound

import QtQuick
import "../components"
import Dispensador

// Screen 17: how this person wants the screens. Everything is seen at once, here, and ends with the visit.
Page {
    id: screen

    subtitle: qsTr("Only for your visit: the next person finds the screens as always.")
    title: qsTr("See and use it better")
    titleIcon: "accessibility"

    panel: [
        SecondaryButton {
            enabled: !screen.body.ordinary
            icon: "refresh-cw"
            objectName: "ordinaryButton"
            text: qsTr("Back to the usual screens")
            width: parent ? parent.width : 0

            onTapped: screen.intent("ordinary_comfort", {})
        },
        PrimaryButton {
            objectName: "doneButton"
            text: qsTr("Use it like this")
            width: parent ? parent.width : 0

            onTapped: screen.intent("back", {})
        }
    ]

    Column {
        id: choices

        spacing: Theme.reach || Theme.crowded ? Theme.gap : Theme.gapWide
        width: parent.width
        y: screen.reachTop

        Label {
            id: heading

            size: Theme.body
            text: qsTr("Size of the letters")
            weight: Font.Bold
            width: parent.width
        }

        Row {
            id: sizes

            spacing: Theme.gap
            width: parent.width

            Repeater {
                model: RowModel {
                    rows: screen.body.textSizes
                }

                ChoiceChip {
                    required property string code

                    centred: true
                    height: Theme.secondaryHeight
                    letters: Math.round(Theme.head * parseInt(code) / 100) // each as large as it makes them
                    objectName: "textSize_" + code
                    text: code + " %"
                    width: (sizes.width - sizes.spacing * 2) / 3

                    onTapped: screen.intent("set_text_size", {
                        "code": code
                    })
                }
            }
        }

        Grid {
            id: switches

            // What a panel that lies has within reach anyway is not offered there.
            readonly property var offered: screen.body.switches.filter(row => row.code !== "low_reach" || !Theme.landscape)

            columns: Theme.landscape || Theme.reach ? 2 : 1
            spacing: Theme.gap
            width: parent.width

            Repeater {
                model: RowModel {
                    rows: switches.offered
                }

                SwitchTile {
                    description: Theme.reach || Theme.landscape && Theme.textScale > 100 ? "" : Texts.comfortDescription(code)
                    icon: ({
                            "high_contrast": "contrast",
                            "low_reach": "chevron-down",
                            "still": "ban",
                            "more_time": "hourglass"
                        })[code] ?? "info"
                    name: Texts.comfort(code)
                    objectName: "switch_" + code
                    width: (switches.width - switches.spacing * (switches.columns - 1)) / switches.columns

                    onTapped: screen.intent("prefer", {
                        "what": code,
                        "on": !selected
                    })
                }
            }
        }
    }
}
