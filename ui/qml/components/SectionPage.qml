pragma ComponentBehavior: Bound

import QtQuick
import Dispensador

// The frame of every screen of the maintenance: head, the sections at the side, the section, and its acts below.
VisitScreen {
    id: page

    readonly property var body: view.body
    readonly property real listWidth: Theme.space * (Theme.landscape ? 46 : 27)
    // As many rows as the sections need: they come closer, and never smaller than a finger.
    readonly property int listRows: Math.ceil(body.sections.length / list.columns)
    readonly property real rowHeight: (height - list.y - Theme.space) / listRows
    property bool actsShown: true
    property bool toldShown: true
    default property alias content: area.data

    TopBar {
        id: bar

        anchors.left: parent.left
        anchors.leftMargin: Theme.space * 5
        anchors.right: parent.right
        anchors.rightMargin: Theme.space * 5
        view: page.view
        y: Theme.landscape ? Theme.gap : Theme.space * 5

        onIntent: (name, args) => page.intent(name, args)
    }

    Grid {
        id: list

        columnSpacing: Theme.space * 1.5
        columns: Theme.landscape ? 2 : 1
        rowSpacing: Math.min(Theme.space * 1.5, page.rowHeight - Theme.touch)
        width: page.listWidth
        x: Theme.space * 5
        y: bar.y + bar.height + Theme.gapWide

        Repeater {
            model: RowModel {
                rows: page.body.sections
            }

            SectionTile {
                required property string code

                enabled: page.body.doing === ""
                icon: MaintenanceTexts.icons[code] ?? "info"
                objectName: "section_" + code
                height: Math.min(implicitHeight, page.rowHeight - list.rowSpacing)
                text: MaintenanceTexts.sections[code] ?? code
                width: (list.width - list.columnSpacing * (list.columns - 1)) / list.columns

                onTapped: page.intent("section", {
                    "section": code
                })
            }
        }
    }

    Item {
        id: main

        anchors.bottom: parent.bottom
        anchors.bottomMargin: Theme.landscape ? Theme.gap : Theme.space * 5
        anchors.left: list.right
        anchors.leftMargin: Theme.space * 4
        anchors.right: parent.right
        anchors.rightMargin: Theme.space * 5
        anchors.top: list.top

        Column {
            id: heading

            spacing: Theme.gap
            width: parent.width

            Label {
                objectName: "title"
                size: Theme.landscape ? Theme.large : Theme.type(50)
                text: MaintenanceTexts.titles[page.body.stage] ?? ""
                weight: Font.Bold
                width: parent.width
            }

            Notice {
                text: MaintenanceTexts.outcome(page.body.told, page.body.toldValue)
                textName: "toldText"
                tone: page.body.toldTone
                visible: page.toldShown && page.body.told !== ""
                width: parent.width
            }
        }

        Item {
            id: area

            anchors.bottom: acts.visible ? acts.top : parent.bottom
            anchors.bottomMargin: acts.visible ? Theme.gapWide : 0
            anchors.left: parent.left
            anchors.right: parent.right
            anchors.top: heading.bottom
            anchors.topMargin: Theme.gapWide
            visible: page.body.asking === "" // the question takes its place

            WaitingNote {
                anchors.centerIn: parent
                text: qsTr("Looking …")
                visible: page.body.loading
                width: parent.width
            }
        }

        SectionActs {
            id: acts

            body: page.body
            visible: page.actsShown && (page.body.acts.length > 0)
            width: parent.width
            y: page.body.asking === "" ? main.height - height : area.y

            onIntent: (name, args) => page.intent(name, args)
        }
    }
}
