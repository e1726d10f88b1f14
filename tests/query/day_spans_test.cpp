// Dates in queries that reach from one day to another, or are open at one end.

#include "query/days_rows.hpp"

namespace kiosque::querying {
namespace {

TEST_CASE("From one day to another") {
  constexpr DaysRow kRows[] = {
      {"2021..2022", "2021-01-01", "2022-12-31"},
      {"2021-01..2022-02", "2021-01-01", "2022-02-28"},
      {"avril 2021..mai 2022", "2021-04-01", "2022-05-31"},
      {"mars..mai 2019", "2019-03-01", "2019-05-31"},
      {"2021..", "2021-01-01", ""},
      {"..2022", "", "2022-12-31"},
      {"2021-03-01/2021-03-15", "2021-03-01", "2021-03-15"},
      {"du 7 au 9 mai 2018", "2018-05-07", "2018-05-09"},
      {"du lundi 7 au mercredi 9 mai 2018", "2018-05-07", "2018-05-09"},
      {"7-9 mai 2018", "2018-05-07", "2018-05-09"},
      {"7 – 9 mai 2018", "2018-05-07", "2018-05-09"},
      {"du 1er au 15 janvier", "2020-01-01", "2020-01-15"},
      {"du 20 décembre au 5 janvier", "2019-12-20", "2020-01-05"},
      {"du 20 décembre au 5 janvier 2018", "2017-12-20", "2018-01-05"},
      {"du 20 décembre 2017 au 5 janvier", "2017-12-20", "2018-01-05"},
      {"du 7 mai au 9 juin 2018", "2018-05-07", "2018-06-09"},
      {"de mai à juillet 2018", "2018-05-01", "2018-07-31"},
      {"d’avril à juin 2018", "2018-04-01", "2018-06-30"},
      {"de 2018 à nos jours", "2018-01-01", "2020-06-15"},
      {"du 1er mars à aujourd'hui", "2020-03-01", "2020-06-15"},
      {"juillet-août 2018", "2018-07-01", "2018-08-31"},
      {"juillet et août 2018", "2018-07-01", "2018-08-31"},
      {"de début mars à la mi-avril 2019", "2019-03-01", "2019-04-20"},
      {"de 2014 à 2018", "2014-01-01", "2018-12-31"},
      {"2014-2018", "2014-01-01", "2018-12-31"},
      {"2014 et 2015", "2014-01-01", "2015-12-31"},
      {"entre 2014 et 2018", "2014-01-01", "2018-12-31"},
      {"entre le 7 et le 9 mai 2018", "2018-05-07", "2018-05-09"},
      {"les 7 et 8 mai 2018", "2018-05-07", "2018-05-08"},
      {"les 7, 8 et 9 mai 2018", "2018-05-07", "2018-05-09"},
      {"du 28/12/2019 au 03/01/2020", "2019-12-28", "2020-01-03"},
      {"dans la nuit du 31 décembre 2019 au 1er janvier 2020", "2019-12-31", "2020-01-01"},
      {"la nuit du 31 au 1er janvier 2020", "2019-12-31", "2020-01-01"},
      {"de lundi à mercredi", "2020-06-08", "2020-06-10"},
      {"la nuit de samedi à dimanche", "2020-06-13", "2020-06-14"},
      {"depuis mai 2018 jusqu'en mars 2019", "2018-05-01", "2019-03-31"},
      {"du XVIIIe au XIXe siècle", kNoDays},
      {"2022..2021", kNoDays},
      {"..", kNoDays},
      {"du 9 au 7", kNoDays},
      {"du 7 au 9", kNoDays},
      {"entre 2014", kNoDays},
      {"2014 et 2018", kNoDays},
      {"mars 2020 et grève", kNoDays},
  };
  check_days("2020-06-15", kRows);
}

TEST_CASE("Open at one end") {
  constexpr DaysRow kRows[] = {
      {"avant 2015", "", "2014-12-31"},
      {"avant mars 2015", "", "2015-02-28"},
      {"antérieur au 1er mars 2015", "", "2015-02-28"},
      {"après mars 2015", "2015-04-01", ""},
      {"après le 31/12/2015", "2016-01-01", ""},
      {"au-delà du 1er mai 2019", "2019-05-02", ""},
      {"à partir du 3 mai 2020", "2020-05-03", ""},
      {"à compter de juin 2019", "2019-06-01", ""},
      {"dès le 3 mai 2020", "2020-05-03", ""},
      {"depuis le 3 mai 2020", "2020-05-03", "2020-06-15"},
      {"depuis le 3 mai", "2020-05-03", "2020-06-15"},
      {"depuis 2015", "2015-01-01", "2020-06-15"},
      {"depuis hier", "2020-06-14", "2020-06-15"},
      {"depuis l'été dernier", "2019-06-01", "2020-06-15"},
      {"depuis la fin de l'année dernière", "2019-10-01", "2020-06-15"},
      {"depuis la mi-mars", "2020-03-11", "2020-06-15"},
      {"depuis dix jours", "2020-06-05", "2020-06-15"},
      {"depuis près de deux mois", "2020-04-15", "2020-06-15"},
      {"depuis un an et demi", "2018-12-15", "2020-06-15"},
      {"jusqu'au 3 mai 2020", "", "2020-05-03"},
      {"jusqu’au 3 mai 2020 inclus", "", "2020-05-03"},
      {"jusqu'à la fin de 2019", "", "2019-12-31"},
      {"jusqu'à hier", "", "2020-06-14"},
      {"jusque fin mars 2020", "", "2020-03-31"},
      {"d'ici la fin de l'année", "2020-06-15", "2020-12-31"},
      {"d'ici fin juin", "2020-06-15", "2020-06-30"},
      {"d'ici trois jours", "2020-06-15", "2020-06-18"},
      {"depuis les élections", kNoDays},
      {"depuis toujours", kNoDays},
      {"avant les élections", kNoDays},
  };
  check_days("2020-06-15", kRows);
}

}  // namespace
}  // namespace kiosque::querying
