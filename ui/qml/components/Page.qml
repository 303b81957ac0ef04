import QtQuick
import Dispensador

// The frame of every screen of a visit: head, steps, title, content, and a panel with what can be done. The panel is at
// the bottom in portrait and at the right in landscape; its last control is the primary button.
VisitScreen {
    id: page

    readonly property var body: view.body
    property string title: ""
    property string titleIcon: ""
    property string titleTone: ""
    property string subtitle: ""
    property string subtitleIcon: ""
    property int subtitleSize: Theme.body
    property real panelWidth: Theme.panelWidth
    property bool panelShown: true
    property bool backShown: view.canGoBack
    property bool finishShown: view.canFinish
    default property alias content: contentArea.data
    property alias panel: panelColumn.data
    readonly property real contentWidth: contentArea.width
    readonly property real contentHeight: contentArea.height
    // Where the lower half begins, inside the content; 0 when everything may be used.
    readonly property real reachTop: Theme.reach ? Math.max(0, height / 2 + Theme.gap - main.y - contentArea.y) : 0

    TopBar {
        id: bar

        anchors.left: parent.left
        anchors.leftMargin: Theme.margin
        anchors.right: parent.right
        anchors.rightMargin: Theme.margin
        backShown: page.backShown
        controls: !Theme.reach
        finishShown: page.finishShown
        view: page.view
        y: Theme.landscape ? Theme.gap : Theme.space * 7

        onIntent: (name, args) => page.intent(name, args)
    }

    StepHeader {
        id: steps

        anchors.left: parent.left
        anchors.leftMargin: Theme.margin
        anchors.right: parent.right
        anchors.rightMargin: Theme.margin
        name: Texts.stepName(page.view.stepName ?? "")
        step: page.view.step ?? 0
        steps: page.view.steps ?? 0
        visible: !Theme.landscape && steps.step > 0
        y: bar.y + bar.height + Theme.space * 5
    }

    Item {
        id: main

        anchors.bottom: Theme.landscape || !panelSheet.visible ? parent.bottom : panelSheet.top
        anchors.bottomMargin: Theme.gapWide
        anchors.left: parent.left
        anchors.leftMargin: Theme.margin
        anchors.right: Theme.landscape && page.panelShown ? panelSheet.left : parent.right
        anchors.rightMargin: Theme.landscape && page.panelShown ? Theme.space * 5 : Theme.margin
        anchors.top: parent.top
        anchors.topMargin: Theme.landscape ? bar.y + bar.height + Theme.space * 4 : (steps.visible ? steps.y + steps.height : bar.y + bar.height) + Theme.space * 6

        Column {
            id: heading

            spacing: Theme.gap
            width: parent.width

            Row {
                spacing: Theme.gapWide
                width: parent.width

                Icon {
                    id: titleIcon

                    anchors.verticalCenter: parent.verticalCenter
                    colour: page.titleTone === "" ? Theme.accent : Theme.toneText(page.titleTone)
                    name: page.titleIcon || "info"
                    size: Theme.iconLarge
                    visible: page.titleIcon !== ""
                }

                Label {
                    anchors.verticalCenter: parent.verticalCenter
                    font.letterSpacing: -Theme.title / 50
                    lineHeight: 0.95
                    objectName: "title"
                    size: Theme.title
                    text: page.title
                    weight: Font.Bold
                    width: parent.width - (titleIcon.visible ? titleIcon.width + parent.spacing : 0)
                }
            }

            Row {
                spacing: Theme.gap
                visible: page.subtitle !== ""
                width: parent.width

                Icon {
                    id: subtitleIcon

                    anchors.verticalCenter: parent.verticalCenter
                    colour: Theme.soft
                    name: page.subtitleIcon || "info"
                    size: Theme.iconSmall
                    visible: page.subtitleIcon !== ""
                }

                Label {
                    anchors.verticalCenter: parent.verticalCenter
                    color: Theme.soft
                    objectName: "subtitle"
                    size: page.subtitleSize
                    text: page.subtitle
                    width: parent.width - (subtitleIcon.visible ? subtitleIcon.width + parent.spacing : 0)
                }
            }
        }

        Item {
            id: contentArea

            anchors.bottom: parent.bottom
            anchors.left: parent.left
            anchors.right: parent.right
            anchors.top: heading.bottom
            anchors.topMargin: Theme.space * 4
        }
    }

    Rectangle {
        id: panelSheet

        color: Theme.surface
        objectName: "panel"
        height: Theme.landscape ? page.height - bar.y - bar.height - Theme.gap : panelColumn.height + Theme.space * 10 + (reachBar.visible ? reachBar.height + (page.panelShown ? Theme.gapWide : 0) : 0)
        visible: page.panelShown || Theme.reach
        width: Theme.landscape ? page.panelWidth : page.width
        x: page.width - width
        y: page.height - height

        Rectangle {
            color: Theme.line
            height: Theme.landscape ? parent.height : Theme.stroke
            width: Theme.landscape ? Theme.stroke : parent.width
        }

        Rectangle {
            color: Theme.line
            height: Theme.stroke
            visible: Theme.landscape
            width: parent.width
        }

        TopBar {
            id: reachBar

            anchors.left: parent.left
            anchors.leftMargin: Theme.margin
            anchors.right: parent.right
            anchors.rightMargin: Theme.margin
            backShown: page.backShown
            finishShown: page.finishShown
            view: page.view
            visible: Theme.reach && (page.backShown || page.finishShown || page.view.canAdjust === true)
            words: false
            y: Theme.space * 5

            onIntent: (name, args) => page.intent(name, args)
        }

        Column {
            id: panelColumn

            readonly property real side: Theme.landscape ? Theme.space * 4 : Theme.margin

            anchors.bottom: parent.bottom
            anchors.bottomMargin: Theme.landscape ? Theme.space * 4 : Theme.space * 5
            anchors.left: parent.left
            anchors.leftMargin: side
            anchors.right: parent.right
            anchors.rightMargin: Theme.landscape ? Theme.margin - Theme.gap : Theme.margin
            spacing: Theme.gapWide
        }
    }
}
