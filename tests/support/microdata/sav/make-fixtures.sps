* Makes the system files beside this one: pspp make-fixtures.sps (GNU PSPP 1.6.2), then see README.md.
DATA LIST LIST NOTABLE /RESP_ID (F8.0) DZIELNICA (F2.0) PLEC (F1.0) ROK_UR (F4.0) P1_miasto_bezpieczne (F2.0) UWAGI (A20) OPIS (A600).
BEGIN DATA
1 1 1 1980 1 "Zażółć gęślą" ""
2 18 2 1950 4 "" "Łódź"
3 7 2 2001 9 "abc" ""
4 7 1 1999 . "ŹDŹBŁO" ""
END DATA.
COMPUTE SREDNIA = RESP_ID / 4.
FORMATS SREDNIA (F8.2).
IF (RESP_ID = 1) OPIS = CONCAT(RPAD("początek",300,"a"), RPAD("b",280,"c"), "koniec").
VARIABLE LABELS P1_miasto_bezpieczne "Czy Kraków jest bezpieczny?".
VALUE LABELS PLEC 1 "mężczyzna" 2 "kobieta" /P1_miasto_bezpieczne 1 "tak" 4 "zdecydowanie nie" 9 "trudno powiedzieć" 97 "odmowa".
MISSING VALUES P1_miasto_bezpieczne (97 THRU 99, 9).
MISSING VALUES UWAGI ("abc").
SAVE OUTFILE="utf8-compressed.sav" /COMPRESSED.
SAVE OUTFILE="utf8-plain.sav" /UNCOMPRESSED.
SAVE OUTFILE="refused.zsav" /ZCOMPRESSED.
SET LOCALE="windows-1250".
DATA LIST LIST NOTABLE /RESP_ID (F8.0) UWAGI (A20).
BEGIN DATA
1 "Zażółć gęślą"
2 ""
END DATA.
VALUE LABELS RESP_ID 1 "mężczyzna".
SAVE OUTFILE="windows-1250.sav" /COMPRESSED.
