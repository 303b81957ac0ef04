import QtQuick
import "../../components"
import Dispensador

// A section of facts and rows, with what can be done about them.
SectionPage {
    id: screen

    Column {
        spacing: Theme.landscape ? Theme.gap : Theme.gapWide
        visible: !screen.body.loading
        width: parent.width

        FactGrid {
            facts: screen.body.facts
            visible: screen.body.facts.length > 0
            width: parent.width
        }

        RowGrid {
            act: screen.body.stage === "queue" ? "release" : ""
            lines: screen.body.rows
            visible: screen.body.rows.length > 0
            width: parent.width

            onIntent: (name, args) => screen.intent(name, args)
        }

        EmptyNote {
            icon: "circle-check"
            text: screen.body.stage === "queue" ? qsTr("Nothing waits: the chamber knows everything.") : qsTr("There is nothing yet.")
            visible: ["queue", "journal"].includes(screen.body.stage) && screen.body.rows.length === 0
            width: parent.width
        }

        Notice {
            text: qsTr("Leaving puts the machine back to work. A program or machine that is restarted comes back by itself; one that is shut down must be switched on by hand.")
            tone: "info"
            visible: screen.body.stage === "leave"
            width: parent.width
        }

        Notice {
            text: qsTr("Touch, and hold a document or a code before the reader. Nothing that stands on it is kept or shown.")
            tone: "info"
            visible: screen.body.stage === "scanner"
            width: parent.width
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
