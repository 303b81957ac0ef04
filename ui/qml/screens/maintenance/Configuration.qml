pragma ComponentBehavior: Bound

import QtQuick
import "../../components"
import Dispensador

// The settings: what may be changed at the machine with its earlier versions, and behind it what file and chamber say.
SectionPage {
    id: screen

    readonly property bool editing: body.editing !== ""

    actsShown: !editing || body.asking !== ""

    Column {
        spacing: Theme.landscape ? Theme.gap : Theme.gapWide
        visible: !screen.body.loading && !screen.editing
        width: parent.width

        SettingGrid {
            lines: screen.body.settings
            visible: screen.body.settings.length > 0
            width: parent.width

            onIntent: (name, args) => screen.intent(name, args)
        }

        SiteVersions {
            lines: screen.body.versions
            visible: screen.body.versions.length > 0
            width: parent.width

            onIntent: (name, args) => screen.intent(name, args)
        }

        FactGrid {
            facts: screen.body.facts
            visible: screen.body.facts.length > 0
            width: parent.width
        }

        RowGrid {
            lines: screen.body.rows
            visible: screen.body.rows.length > 0
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

    SettingForm {
        body: screen.body
        visible: screen.editing
        width: parent.width

        onIntent: (name, args) => screen.intent(name, args)
    }
}
