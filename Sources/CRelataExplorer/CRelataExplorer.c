#include "CRelataExplorer.h"

static const unsigned char page[] = {
#embed "Data/page.html"
};

static const unsigned char style[] = {
#embed "Data/style.css"
};

static const unsigned char types_module[] = {
#embed "Data/js/types.js"
};

static const unsigned char texts_module[] = {
#embed "Data/js/texts.js"
};

static const unsigned char scalars_module[] = {
#embed "Data/js/scalars.js"
};

static const unsigned char dates_module[] = {
#embed "Data/js/dates.js"
};

static const unsigned char names_module[] = {
#embed "Data/js/names.js"
};

static const unsigned char dom_module[] = {
#embed "Data/js/dom.js"
};

static const unsigned char styles_module[] = {
#embed "Data/js/styles.js"
};

static const unsigned char model_module[] = {
#embed "Data/js/model.js"
};

static const unsigned char search_module[] = {
#embed "Data/js/search.js"
};

static const unsigned char show_module[] = {
#embed "Data/js/show.js"
};

static const unsigned char paths_module[] = {
#embed "Data/js/paths.js"
};

static const unsigned char app_module[] = {
#embed "Data/js/app.js"
};

static const unsigned char framing_module[] = {
#embed "Data/js/framing.js"
};

static const unsigned char positions_module[] = {
#embed "Data/js/positions.js"
};

static const unsigned char scene_module[] = {
#embed "Data/js/scene.js"
};

static const unsigned char canvas_module[] = {
#embed "Data/js/canvas.js"
};

static const unsigned char svg_module[] = {
#embed "Data/js/svg.js"
};

static const unsigned char pathchoice_module[] = {
#embed "Data/js/pathchoice.js"
};

static const unsigned char picture_module[] = {
#embed "Data/js/picture.js"
};

static const unsigned char yaml_module[] = {
#embed "Data/js/yaml.js"
};

static const unsigned char corrections_module[] = {
#embed "Data/js/corrections.js"
};

static const unsigned char parts_module[] = {
#embed "Data/js/parts.js"
};

static const unsigned char searchbox_module[] = {
#embed "Data/js/searchbox.js"
};

static const unsigned char correcting_module[] = {
#embed "Data/js/correcting.js"
};

static const unsigned char card_module[] = {
#embed "Data/js/card.js"
};

static const unsigned char article_module[] = {
#embed "Data/js/article.js"
};

static const unsigned char filterpanel_module[] = {
#embed "Data/js/filterpanel.js"
};

static const unsigned char pathpanel_module[] = {
#embed "Data/js/pathpanel.js"
};

static const unsigned char contradictions_module[] = {
#embed "Data/js/contradictions.js"
};

static const unsigned char statementtable_module[] = {
#embed "Data/js/statementtable.js"
};

static const unsigned char entitytable_module[] = {
#embed "Data/js/entitytable.js"
};

static const unsigned char table_module[] = {
#embed "Data/js/table.js"
};

static const unsigned char timeaxis_module[] = {
#embed "Data/js/timeaxis.js"
};

static const unsigned char link_module[] = {
#embed "Data/js/link.js"
};

static const unsigned char selection_module[] = {
#embed "Data/js/selection.js"
};

static const unsigned char textfragment_module[] = {
#embed "Data/js/textfragment.js"
};

static const unsigned char jsonld_module[] = {
#embed "Data/js/jsonld.js"
};

static const unsigned char exports_module[] = {
#embed "Data/js/exports.js"
};

static const unsigned char main_module[] = {
#embed "Data/js/main.js"
};

struct module {
  const unsigned char *bytes;
  size_t size;
};

// In the order in which they stand in the page: what a module uses when it is read comes before it.
static const struct module modules[] = {
    {types_module, sizeof(types_module)},
    {texts_module, sizeof(texts_module)},
    {scalars_module, sizeof(scalars_module)},
    {dates_module, sizeof(dates_module)},
    {names_module, sizeof(names_module)},
    {dom_module, sizeof(dom_module)},
    {styles_module, sizeof(styles_module)},
    {model_module, sizeof(model_module)},
    {search_module, sizeof(search_module)},
    {show_module, sizeof(show_module)},
    {paths_module, sizeof(paths_module)},
    {app_module, sizeof(app_module)},
    {framing_module, sizeof(framing_module)},
    {positions_module, sizeof(positions_module)},
    {scene_module, sizeof(scene_module)},
    {canvas_module, sizeof(canvas_module)},
    {svg_module, sizeof(svg_module)},
    {pathchoice_module, sizeof(pathchoice_module)},
    {picture_module, sizeof(picture_module)},
    {yaml_module, sizeof(yaml_module)},
    {corrections_module, sizeof(corrections_module)},
    {parts_module, sizeof(parts_module)},
    {searchbox_module, sizeof(searchbox_module)},
    {correcting_module, sizeof(correcting_module)},
    {card_module, sizeof(card_module)},
    {article_module, sizeof(article_module)},
    {filterpanel_module, sizeof(filterpanel_module)},
    {pathpanel_module, sizeof(pathpanel_module)},
    {contradictions_module, sizeof(contradictions_module)},
    {statementtable_module, sizeof(statementtable_module)},
    {entitytable_module, sizeof(entitytable_module)},
    {table_module, sizeof(table_module)},
    {timeaxis_module, sizeof(timeaxis_module)},
    {link_module, sizeof(link_module)},
    {selection_module, sizeof(selection_module)},
    {textfragment_module, sizeof(textfragment_module)},
    {jsonld_module, sizeof(jsonld_module)},
    {exports_module, sizeof(exports_module)},
    {main_module, sizeof(main_module)},
};

const unsigned char *relata_explorer_page(size_t *size) {
  *size = sizeof(page);
  return page;
}

const unsigned char *relata_explorer_style(size_t *size) {
  *size = sizeof(style);
  return style;
}

size_t relata_explorer_module_count(void) { return sizeof(modules) / sizeof(modules[0]); }

const unsigned char *relata_explorer_module(size_t number, size_t *size) {
  if (number >= relata_explorer_module_count()) {
    *size = 0;
    return NULL;
  }
  *size = modules[number].size;
  return modules[number].bytes;
}
