pragma ComponentBehavior: Bound

import QtQuick
import "../components"
import Dispensador

// Screen 2: what would the person like to do, and how it goes.
Page {
    id: screen

    // Reasons take the place of advice where the panel is low.
    readonly property bool roomy: !Theme.landscape && !Theme.crowded || screen.body.actions.every(action => action.enabled)
    readonly property int lines: Math.ceil(Math.max(1, screen.body.actions.length) / services.columns)
    readonly property real room: (Theme.reach ? screen.contentHeight : foot.y) - services.y - Theme.gapWide

    panelShown: false
    subtitle: qsTr("Choose one of these services.")
    title: qsTr("What would you like to do?")

    Grid {
        id: services

        columns: Theme.landscape ? 2 : 1
        spacing: Theme.gapWide
        width: parent.width
        y: Theme.landscape ? 0 : Math.max(Theme.gapWide, screen.reachTop)

        Repeater {
            model: RowModel {
                rows: screen.body.actions.map(action => ({
                            "code": action.code,
                            "available": action.enabled,
                            "reason": Texts.error(action.reason)
                        }))
            }

            ActionCard {
                description: Texts.actionDescription(code)
                height: Math.max(implicitHeight, Math.min(Theme.space * 56, (screen.room - services.spacing * (screen.lines - 1)) / screen.lines))
                icon: ({
                        "buy": "file-text",
                        "balance": "wallet",
                        "resume": "refresh-cw"
                    })[code] ?? "info"
                name: Texts.action(code)
                objectName: "action_" + code
                tight: Theme.reach || Theme.crowded && !screen.roomy
                width: (services.width - services.spacing * (services.columns - 1)) / services.columns

                onTapped: screen.intent("choose", {
                    "action": code
                })
            }
        }
    }

    Column {
        id: foot

        spacing: Theme.space * (Theme.landscape ? 3 : 5)
        width: parent.width
        y: Theme.reach ? Theme.gapWide : parent.height - height - (Theme.landscape ? 0 : Theme.gapWide)

        HowItGoes {
            visible: Theme.textScale <= 100 && screen.roomy
            width: parent.width
        }

        HintRow {
            visible: Theme.textScale < 150 && screen.roomy
            icon: "shield-check"
            text: qsTr("Nobody from the chamber will ask for your keys. Cover the screen while you type them.")
            width: parent.width
        }
    }
}
