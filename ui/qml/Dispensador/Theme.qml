pragma Singleton

import QtQuick

// Every colour, size and font of the screens. All sizes come from one unit, so that one drawing fits every panel:
// portrait is drawn for 1080x1920, landscape for 1760x990.
QtObject {
    id: theme

    property real windowWidth: 1080
    property real windowHeight: 1920
    property string name: "light"
    property int textScale: 100
    property var brandColours: ({})
    property bool motion: true
    property bool lowReach: false

    readonly property bool landscape: windowWidth > windowHeight
    // Every control in the lower half: of a panel that stands. One that lies is low enough to be reached everywhere.
    readonly property bool reach: lowReach && !landscape
    // Letters that large that a screen says only what it must.
    readonly property bool crowded: textScale > 100
    readonly property real unit: landscape ? Math.min(windowWidth / 1760, windowHeight / 990) : Math.min(windowWidth / 1080, windowHeight / 1920)

    // -- sizes
    readonly property real space: 8 * unit
    readonly property real gap: 2 * space
    readonly property real gapWide: 3 * space
    readonly property real margin: (landscape ? 6 : 8) * space
    readonly property real radius: 28 * unit
    readonly property real radiusSmall: 20 * unit
    readonly property real stroke: Math.max(1, Math.round(3 * unit))
    readonly property real touch: 12 * space
    readonly property real primaryHeight: (landscape || reach ? 112 : 140) * unit
    readonly property real secondaryHeight: (landscape || reach ? 96 : 112) * unit
    readonly property real keyHeight: (landscape ? 108 : reach ? 78 : 104) * unit
    readonly property real padKeyHeight: (landscape ? 116 : reach ? 96 : 128) * unit
    readonly property real panelWidth: 528 * unit
    readonly property real keyboardPanelWidth: 1200 * unit
    readonly property real iconSmall: 5 * space
    readonly property real icon: 6 * space
    readonly property real iconLarge: 9 * space

    // -- type
    readonly property string family: "Inter"
    readonly property int small: type(28)
    readonly property int head: Math.round(28 * unit) // the head of a screen keeps its height at any text size
    readonly property int chamber: Math.round((landscape ? 36 : 42) * unit) // the chamber's, likewise
    readonly property int body: type(landscape ? 30 : 34)
    readonly property int large: type(landscape ? 36 : 42)
    readonly property int display: type(landscape ? 52 : 68)
    readonly property int title: Math.round((landscape ? 50 : 68) * unit * Math.min(textScale, 125) / 100) // large enough at any text size
    readonly property int hero: Math.round((landscape ? 92 : 124) * unit)

    // -- motion
    readonly property int slideMs: motion ? 200 : 0
    readonly property int pressMs: motion ? 90 : 0

    // -- colours
    readonly property var palettes: ({
            "light": {
                "ink": "#0b1b33",
                "soft": "#384660",
                "canvas": "#f3f5f9",
                "surface": "#ffffff",
                "line": "#d8dfea",
                "sunken": "#e9edf4",
                "brand": "#0a4da2",
                "brandInk": "#ffffff",
                "accent": "#07336e",
                "tint": "#e8f0fb",
                "good": "#07542c",
                "goodTint": "#e4f3ea",
                "care": "#634200",
                "careTint": "#fff1d0",
                "bad": "#8a1022",
                "badTint": "#fde9ec",
                "heroTop": "#07336e",
                "heroBottom": "#0a4da2",
                "heroInk": "#ffffff",
                "heroSoft": "#eaf1fb",
                "slot": "#06193a",
                "paper": "#ffffff",
                "paperLine": "#c5cddd",
                "paperInk": "#0b1b33",
                "dim": "#b80b1b33"
            },
            "dark": {
                "ink": "#f2f6fc",
                "soft": "#c6d1e2",
                "canvas": "#0a1322",
                "surface": "#142036",
                "line": "#3a4c6b",
                "sunken": "#0e192b",
                "brand": "#9cc5ff",
                "brandInk": "#06193a",
                "accent": "#bcd8ff",
                "tint": "#1d2f4e",
                "good": "#8fe3b4",
                "goodTint": "#10301f",
                "care": "#ffd98a",
                "careTint": "#3a2a06",
                "bad": "#ffb8c0",
                "badTint": "#42121a",
                "heroTop": "#06142b",
                "heroBottom": "#0b2c5c",
                "heroInk": "#ffffff",
                "heroSoft": "#d5e2f5",
                "slot": "#000000",
                "paper": "#eef2f8",
                "paperLine": "#b3bed1",
                "paperInk": "#0b1b33",
                "dim": "#d0000000"
            },
            "contrast": {
                "ink": "#ffffff",
                "soft": "#ffffff",
                "canvas": "#000000",
                "surface": "#000000",
                "line": "#ffffff",
                "sunken": "#1a1a1a",
                "brand": "#ffe600",
                "brandInk": "#000000",
                "accent": "#ffe600",
                "tint": "#262626",
                "good": "#8dffb9",
                "goodTint": "#00210f",
                "care": "#ffe600",
                "careTint": "#242000",
                "bad": "#ffc2c8",
                "badTint": "#33040a",
                "heroTop": "#000000",
                "heroBottom": "#000000",
                "heroInk": "#ffffff",
                "heroSoft": "#ffffff",
                "slot": "#ffffff",
                "paper": "#ffffff",
                "paperLine": "#767676",
                "paperInk": "#000000",
                "dim": "#e0000000"
            }
        })
    readonly property var palette: palettes[name] ?? palettes.light

    readonly property color ink: palette.ink
    readonly property color soft: palette.soft
    readonly property color canvas: palette.canvas
    readonly property color surface: palette.surface
    readonly property color line: palette.line
    readonly property color sunken: palette.sunken
    readonly property color brand: branded("primary", palette.brand)
    readonly property color brandInk: readable(brand)
    readonly property color accent: branded("dark", palette.accent)
    readonly property color tint: palette.tint
    readonly property color good: palette.good
    readonly property color goodTint: palette.goodTint
    readonly property color care: palette.care
    readonly property color careTint: palette.careTint
    readonly property color bad: palette.bad
    readonly property color badTint: palette.badTint
    readonly property color heroTop: branded("dark", palette.heroTop)
    readonly property color heroBottom: branded("primary", palette.heroBottom)
    readonly property color heroInk: palette.heroInk
    readonly property color heroSoft: palette.heroSoft
    readonly property color slot: palette.slot
    readonly property color paper: palette.paper
    readonly property color paperLine: palette.paperLine
    readonly property color paperInk: palette.paperInk
    readonly property color dim: palette.dim

    function type(size: real): int {
        // A landscape panel is too low for the largest letters: they would push out what must be read.
        return Math.round(size * unit * Math.min(textScale, landscape ? 125 : 150) / 100);
    }

    // A chamber's colour is taken in the light theme only, and only where white stays readable on it (7:1).
    function branded(key: string, standard: string): color {
        const wanted = brandColours[key];
        if (name !== "light" || !wanted || contrast(wanted, "#ffffff") < 7)
            return standard;
        return wanted;
    }

    function readable(ground: color): color {
        return contrast(ground, palette.brandInk) >= 7 ? palette.brandInk : palette.ink;
    }

    // Relative luminance and contrast of WCAG 2.2.
    function luminance(colour: color): real {
        const linear = c => c <= 0.04045 ? c / 12.92 : Math.pow((c + 0.055) / 1.055, 2.4);
        return 0.2126 * linear(colour.r) + 0.7152 * linear(colour.g) + 0.0722 * linear(colour.b);
    }

    function contrast(one: color, other: color): real {
        const a = luminance(one);
        const b = luminance(other);
        return (Math.max(a, b) + 0.05) / (Math.min(a, b) + 0.05);
    }

    // The four tones of notices and chips: text on ground.
    function toneText(tone: string): color {
        return tone === "good" ? good : tone === "care" ? care : tone === "bad" ? bad : accent;
    }

    function toneGround(tone: string): color {
        return tone === "good" ? goodTint : tone === "care" ? careTint : tone === "bad" ? badTint : tint;
    }
}
