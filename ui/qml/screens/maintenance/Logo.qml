import QtQuick
import "../../components"
import Dispensador

// A logo for the printer's own memory: what can be chosen, and the chosen one dot for dot as the head will print it.
SectionPage {
    id: screen

    readonly property bool chosen: (screen.body.preview ?? "") !== ""

    Column {
        spacing: Theme.landscape ? Theme.gap : Theme.gapWide
        visible: !screen.body.loading
        width: parent.width

        FactGrid {
            facts: screen.body.facts
            width: parent.width
        }

        Rectangle {
            border.color: Theme.line
            border.width: Theme.stroke
            color: "white" // paper, whatever the screen's colours are
            height: shown.height + Theme.gap * 2
            radius: Theme.gap / 2
            visible: screen.chosen
            width: parent.width

            Image {
                id: shown

                anchors.horizontalCenter: parent.horizontalCenter
                fillMode: Image.PreserveAspectFit
                height: Theme.space * (Theme.landscape ? 11 : 30)
                objectName: "logoPreview"
                smooth: false // a dot is black or white
                source: screen.chosen ? "image://dots/" + screen.body.preview : ""
                width: parent.width - Theme.gap * 2
                y: Theme.gap
            }
        }

        RowGrid {
            act: "show_logo"
            lines: screen.body.rows
            visible: screen.body.rows.length > 0
            width: parent.width

            onIntent: (name, args) => screen.intent(name, args)
        }

        Pager {
            page: screen.body.page
            pages: screen.body.pages
            visible: screen.body.pages > 1
            width: parent.width

            onTurned: delta => screen.intent("page", {
                    "delta": delta
                })
        }
    }
}
