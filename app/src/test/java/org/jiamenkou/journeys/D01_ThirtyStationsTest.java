package org.jiamenkou.journeys;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.options.FilePayload;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.ss.usermodel.Sheet;
import org.apache.poi.ss.usermodel.WorkbookFactory;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.jiamenkou.Visitor;
import org.junit.jupiter.api.Test;

/** A subdistrict officer enters thirty stations from a spreadsheet with five mistakes, and mends them. */
class D01_ThirtyStationsTest extends Journey {
    private static final List<String> HEADER = List.of("站点名称", "居村委", "站点类型", "电话", "经度", "纬度", "坐标系");
    private static final String XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";
    private static final int COUNT = 30;

    private static byte[] workbook(boolean mended) throws IOException {
        try (XSSFWorkbook book = new XSSFWorkbook();
                ByteArrayOutputStream out = new ByteArrayOutputStream()) {
            Sheet sheet = book.createSheet();
            Row header = sheet.createRow(0);
            for (int i = 0; i < HEADER.size(); i++) {
                header.createCell(i).setCellValue(HEADER.get(i));
            }
            for (int i = 1; i <= COUNT; i++) {
                Row row = sheet.createRow(i);
                row.createCell(0).setCellValue("新开三十站" + i);
                row.createCell(1).setCellValue(310115014002L);
                row.createCell(2).setCellValue("居民区“家门口”服务站");
                row.createCell(3).setCellValue("021-5550 " + (2000 + i));
                row.createCell(4).setCellValue(121.5 + i / 1000.0);
                row.createCell(5).setCellValue(31.25);
                row.createCell(6).setCellValue("WGS-84");
            }
            if (!mended) {
                sheet.getRow(3).getCell(0).setCellValue("");
                sheet.getRow(7).getCell(1).setCellValue("310115008001");
                sheet.getRow(12).getCell(2).setCellValue("家门口大厦");
                sheet.getRow(20).getCell(3).setCellValue("问王老师");
                sheet.getRow(28).getCell(4).setCellFormula("100+21.5");
            }
            book.write(out);
            return out.toByteArray();
        }
    }

    private void upload(boolean mended) throws IOException {
        go("/desk/imports");
        page.selectOption("#kind", "stations");
        page.setInputFiles("#file", new FilePayload("三十站.xlsx", XLSX, workbook(mended)));
        page.click("form[enctype] button");
    }

    @Test
    void an_officer_enters_thirty_stations_and_mends_five_mistakes() throws IOException {
        newPage(Screen.DESKTOP, true);
        signIn("wang");
        assertThat(page.locator("main a[href='/desk/imports']")).isVisible();
        go("/desk/imports");
        look("desk-imports");
        upload(false);
        assertThat(page.locator(".err-sum")).containsText("5");
        assertThat(page.locator("tbody tr")).hasCount(5);
        for (int row : new int[] {4, 8, 13, 21, 29}) {
            assertThat(page.locator("tbody th[scope=row]").allInnerTexts()).contains(String.valueOf(row));
        }
        look("desk-imports-wrong");
        Path marked =
                page.waitForDownload(() -> page.click("a[href$='/marked']")).path();
        try (var book = WorkbookFactory.create(Files.newInputStream(marked))) {
            Row wrong = book.getSheetAt(0).getRow(20);
            assertThat(wrong.getCell(HEADER.size()).getStringCellValue()).contains("电话");
        }
        assertThat(Visitor.anonymous()
                        .get("/stations?q=%E6%96%B0%E5%BC%80%E4%B8%89%E5%8D%81%E7%AB%99")
                        .body())
                .doesNotContain("新开三十站1");
        upload(true);
        assertThat(page.locator("main")).containsText("30");
        look("desk-imports-preview");
        page.click("form[action$='/confirm'] button");
        assertThat(page.locator(".note.ok")).isVisible();
        look("desk-imports-done");
        go("/stations?subdistrict=310115014000");
        assertThat(page.locator("main")).containsText("新开三十站30");
    }

    @Test
    void without_javascript_on_a_phone_rows_are_pasted() {
        newPage(Screen.PHONE, false);
        signIn("wang");
        go("/desk/imports");
        page.selectOption("#kind", "stations");
        page.fill("#text", "站点名称\t居村委\t站点类型\n粘贴站\t310115014003\t不知道\n");
        page.click("form[enctype] button");
        assertThat(page.locator(".err-sum")).isVisible();
        assertThat(page.locator("tbody th[scope=row]")).hasText("2");
        newPage(Screen.PHONE, true);
        signIn("wang");
        go("/desk/imports");
        look("desk-imports-phone");
    }
}
