import QtQuick
import "../../components"
import Dispensador

// The printer as a person sees it; behind that its status bytes, and what went over its line.
SectionPage {
    id: screen

    Column {
        spacing: Theme.landscape ? Theme.space * 1.5 : Theme.gap
        visible: !screen.body.loading
        width: parent.width

        FactGrid {
            columns: Theme.landscape ? 2 : 1
            facts: screen.body.facts
            visible: screen.body.facts.length > 0
            width: parent.width
        }

        ByteGrid {
            lines: screen.body.status
            visible: screen.body.status.length > 0
            width: parent.width
        }

        EmptyNote {
            text: qsTr("The printer has not said anything yet.")
            visible: screen.body.page === 3 && screen.body.status.length === 0
            width: parent.width
        }

        WireList {
            lines: screen.body.wire
            visible: screen.body.wire.length > 0
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
