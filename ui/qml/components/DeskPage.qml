pragma ComponentBehavior: Bound

import QtQuick
import QtQuick.Window
import Dispensador

// The frame of every screen of the desk: whose desk and who sits there, the content, and the keys that do something.
// Everything works by keyboard alone; a click on a key's picture does the same.
VisitScreen {
    id: page

    readonly property var body: view.body
    property string title: ""
    property string subtitle: ""
    property string place: ""
    // What Enter does; empty when it does nothing.
    property string primary: ""
    property bool primaryEnabled: true
    property string backText: qsTr("Back")
    default property alias content: contentArea.data
    readonly property real contentWidth: contentArea.width
    readonly property real contentHeight: contentArea.height
    readonly property var keys: body.keys ?? []
    // A second Enter, pressed before anybody could have read what the first one led to, means nothing.
    readonly property var host: page.Window.window
    readonly property bool settled: host?.settled !== false

    // Enter was pressed; a screen may mean something of its own by it.
    function accept(): void {
        page.send("continue", {});
    }

    function send(name: string, args: var): void {
        if (page.view.countdownS > 0)
            page.intent("more_time", {});
        else
            page.intent(name, args);
    }

    focus: true

    Component.onCompleted: forceActiveFocus()

    Shortcut {
        autoRepeat: false
        enabled: page.settled && (page.primary !== "" && page.primaryEnabled || page.view.countdownS > 0)
        sequences: ["Return", "Enter"]

        onActivated: page.accept()
    }

    Shortcut {
        autoRepeat: false
        enabled: page.view.canGoBack || page.view.countdownS > 0
        sequences: ["Esc"]

        onActivated: page.send("back", {})
    }

    Shortcut {
        autoRepeat: false
        enabled: page.view.canFinish
        sequences: ["F10"]

        onActivated: page.send("finish", {})
    }

    Shortcut {
        sequences: ["F9"]

        onActivated: page.send("set_language", {
            "code": page.view.language === "es" ? "en" : "es"
        })
    }

    Rectangle {
        id: head

        color: Theme.heroTop
        height: 92 * Theme.unit
        width: parent.width

        Column {
            anchors.left: parent.left
            anchors.leftMargin: Theme.margin
            anchors.verticalCenter: parent.verticalCenter

            DeskLabel {
                color: Theme.heroInk
                objectName: "chamber"
                text: page.view.chamber
                weight: Font.DemiBold
            }

            DeskLabel {
                color: Theme.heroSoft
                size: Math.round(22 * Theme.unit)
                text: page.place === "" ? qsTr("Cashier's desk") : qsTr("Desk %1").arg(page.place)
            }
        }

        Row {
            anchors.right: parent.right
            anchors.rightMargin: Theme.margin
            anchors.verticalCenter: parent.verticalCenter
            spacing: Theme.gap

            Spinner {
                anchors.verticalCenter: parent.verticalCenter
                colour: Theme.heroInk
                size: Theme.iconSmall
                visible: page.view.busy
            }

            DeskLabel {
                anchors.verticalCenter: parent.verticalCenter
                color: Theme.heroInk
                objectName: "busyText"
                text: qsTr("Asking the chamber …")
                visible: page.view.busy
            }

            Icon {
                anchors.verticalCenter: parent.verticalCenter
                colour: Theme.heroInk
                name: "user"
                size: Theme.iconSmall
                visible: page.view.who !== ""
            }

            DeskLabel {
                anchors.verticalCenter: parent.verticalCenter
                color: Theme.heroInk
                objectName: "who"
                text: page.view.who
                weight: Font.DemiBold
            }

            DeskKey {
                anchors.verticalCenter: parent.verticalCenter
                key: "F9"
                objectName: "key_language"
                onHead: true
                text: page.view.language === "es" ? "English" : "Español"

                onActivated: page.send("set_language", {
                    "code": page.view.language === "es" ? "en" : "es"
                })
            }

            DeskKey {
                anchors.verticalCenter: parent.verticalCenter
                key: "F10"
                objectName: "key_finish"
                onHead: true
                text: qsTr("Sign out")
                visible: page.view.canFinish

                onActivated: page.send("finish", {})
            }
        }
    }

    Column {
        id: heading

        anchors.left: parent.left
        anchors.leftMargin: Theme.margin
        anchors.right: parent.right
        anchors.rightMargin: Theme.margin
        anchors.top: head.bottom
        anchors.topMargin: Theme.gapWide
        spacing: Theme.space / 2

        Label {
            objectName: "title"
            size: Math.round(44 * Theme.unit)
            text: page.title
            weight: Font.Bold
            width: parent.width
        }

        DeskLabel {
            color: Theme.soft
            objectName: "subtitle"
            text: page.subtitle
            visible: text !== ""
            width: parent.width
        }
    }

    Item {
        id: contentArea

        anchors.bottom: foot.top
        anchors.bottomMargin: Theme.gap
        anchors.left: parent.left
        anchors.leftMargin: Theme.margin
        anchors.right: parent.right
        anchors.rightMargin: Theme.margin
        anchors.top: heading.bottom
        anchors.topMargin: Theme.gapWide
    }

    Rectangle {
        id: foot

        anchors.bottom: parent.bottom
        color: Theme.surface
        height: 98 * Theme.unit
        width: parent.width

        Rectangle {
            color: Theme.line
            height: Theme.stroke
            width: parent.width
        }

        Row {
            id: left

            anchors.left: parent.left
            anchors.leftMargin: Theme.margin
            anchors.verticalCenter: parent.verticalCenter
            // Many keys with long words stand a little smaller, and never below the key of Enter.
            scale: Math.min(1, (foot.width - Theme.margin * 2 - Theme.gap - right.width) / Math.max(1, width))
            spacing: Theme.space * (page.keys.length > 8 ? 0.25 : 1.25)
            transformOrigin: Item.Left

            DeskKey {
                enabled: page.view.canGoBack
                key: "Esc"
                objectName: "key_back"
                text: page.backText
                visible: page.view.canGoBack

                onActivated: page.send("back", {})
            }

            Repeater {
                model: RowModel {
                    rows: page.keys
                }

                DeskKey {
                    id: chip

                    required property string to
                    required enabled

                    objectName: "key_" + chip.to
                    text: DeskTexts.key(chip.to)

                    onActivated: page.send("go", {
                        "to": chip.to
                    })

                    Shortcut {
                        autoRepeat: false
                        enabled: chip.enabled && page.settled
                        sequences: [chip.key]

                        onActivated: page.send("go", {
                            "to": chip.to
                        })
                    }
                }
            }
        }

        Row {
            id: right

            anchors.right: parent.right
            anchors.rightMargin: Theme.margin
            anchors.verticalCenter: parent.verticalCenter
            spacing: Theme.space * 1.25

            DeskKey {
                enabled: page.primaryEnabled && !page.view.busy
                key: "Enter"
                objectName: "key_accept"
                strong: true
                text: page.primary
                visible: page.primary !== ""

                onActivated: page.accept()
            }
        }
    }
}
