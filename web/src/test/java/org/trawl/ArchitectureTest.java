package org.trawl;

import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/// The packages and what each may see; docs/architecture.md draws the same.
class ArchitectureTest {
  private static final String[] INDEXER = {
    "org.trawl.tweet..",
    "org.trawl.archive..",
    "org.trawl.language..",
    "org.trawl.grammar..",
    "org.trawl.detect..",
    "org.trawl.sound..",
    "org.trawl.media..",
    "org.trawl.schema..",
    "org.trawl.columns..",
    "org.trawl.index..",
    "org.trawl.ingest..",
    "org.trawl.generate.."
  };
  private static final String[] SEARCHER = {
    "org.trawl.query..",
    "org.trawl.search..",
    "org.trawl.match..",
    "org.trawl.advice..",
    "org.trawl.distinct..",
    "org.trawl.graph..",
    "org.trawl.translation..",
    "org.trawl.lucene..",
    "org.trawl.cluster.."
  };

  private static final String[] WEB = {
    "org.trawl.api..",
    "org.trawl.cli..",
    "org.trawl.explain..",
    "org.trawl.page..",
    "org.trawl.web.."
  };

  private static JavaClasses trawl;

  @BeforeAll
  static void readClasses() {
    trawl =
        new ClassFileImporter()
            .withImportOption(new ImportOption.DoNotIncludeTests())
            // Those of the searcher, and where another tool than Maven compiled them.
            .withImportOption(location -> !location.contains("-tests.jar"))
            .withImportOption(location -> !location.contains("/test/org/trawl/"))
            .importPackages("org.trawl");
    assertTrue(trawl.contain("org.trawl.tweet.Tweet"), "the classes were not found");
  }

  @Test
  void tweetsAndQueriesNeedTheJdkOnly() {
    classes()
        .that()
        .resideInAnyPackage("org.trawl.tweet..")
        .should()
        .onlyDependOnClassesThat(
            resideInAnyPackage("java..", "org.jspecify..", "org.trawl.tweet.."))
        .check(trawl);
    classes()
        .that()
        .resideInAnyPackage("org.trawl.query..")
        .should()
        .onlyDependOnClassesThat(
            resideInAnyPackage(
                "java..", "org.jspecify..", "org.trawl.query..", "org.trawl.tweet.."))
        .check(trawl);
  }

  @Test
  void theIndexerKnowsNobodyAboveIt() {
    noClasses()
        .that()
        .resideInAnyPackage(INDEXER)
        .should()
        .dependOnClassesThat(resideInAnyPackage(SEARCHER).or(resideInAnyPackage(WEB)))
        .check(trawl);
  }

  @Test
  void theSearcherSeesTheIndexNotItsMaking() {
    noClasses()
        .that()
        .resideInAnyPackage(SEARCHER)
        .should()
        .dependOnClassesThat(
            resideInAnyPackage("org.trawl.archive..", "org.trawl.ingest..", "org.trawl.generate..")
                .or(resideInAnyPackage(WEB)))
        .check(trawl);
  }

  /// What searching is, what is decided on one tweet, and what advice is given: none of it knows
  /// Lucene or how an index is laid out.
  @Test
  void theVocabularyOfSearchingKnowsNoIndex() {
    noClasses()
        .that()
        .resideInAnyPackage(
            "org.trawl.query..",
            "org.trawl.search..",
            "org.trawl.match..",
            "org.trawl.advice..",
            "org.trawl.distinct..",
            "org.trawl.graph..",
            "org.trawl.translation..")
        .should()
        .dependOnClassesThat(
            resideInAnyPackage(
                "org.apache.lucene..",
                "org.trawl.schema..",
                "org.trawl.columns..",
                "org.trawl.index..",
                "org.trawl.lucene.."))
        .check(trawl);
  }

  @Test
  void onlyTheCommandLineSeesTheCommandLine() {
    noClasses()
        .that()
        .resideOutsideOfPackage("org.trawl.cli..")
        .should()
        .dependOnClassesThat(resideInAnyPackage("org.trawl.cli..", "picocli.."))
        .check(trawl);
  }

  @Test
  void luceneStaysWhereTheIndexIs() {
    noClasses()
        .that()
        .resideOutsideOfPackages(
            "org.trawl.grammar..",
            "org.trawl.schema..",
            "org.trawl.columns..",
            "org.trawl.index..",
            "org.trawl.ingest..",
            "org.trawl.lucene..",
            "org.trawl.cluster..")
        .should()
        .dependOnClassesThat(resideInAnyPackage("org.apache.lucene.."))
        .check(trawl);
  }

  /// But for the engine on a cluster, which reads and scores words as the embedded one does.
  @Test
  void whoSearchesKnowsNoEngine() {
    noClasses()
        .that()
        .resideOutsideOfPackages("org.trawl.lucene..", "org.trawl.cluster..")
        .should()
        .dependOnClassesThat(resideInAnyPackage("org.trawl.lucene.."))
        .check(trawl);
  }

  /// The page, the HTTP interface and the commands know what searching is, and no engine of it: not
  /// even where its files lie. The commands that index see the making of an index alone, and the
  /// one that publishes to a cluster what does so.
  @Test
  void theWebKnowsNoIndex() {
    noClasses()
        .that()
        .resideInAnyPackage(WEB)
        .should()
        .dependOnClassesThat(
            resideInAnyPackage("org.trawl.index..", "org.trawl.lucene..", "org.apache.lucene.."))
        .check(trawl);
  }

  @Test
  void onlyTheCommandThatPublishesKnowsTheCluster() {
    noClasses()
        .that()
        .resideOutsideOfPackage("org.trawl.cluster..")
        .and()
        .doNotHaveFullyQualifiedName("org.trawl.cli.PublishCommand")
        .should()
        .dependOnClassesThat(resideInAnyPackage("org.trawl.cluster.."))
        .check(trawl);
  }

  @Test
  void httpStaysInTheWebModule() {
    noClasses()
        .that()
        .resideOutsideOfPackages("org.trawl.web..", "org.trawl.page..", "org.trawl.cli..")
        .should()
        .dependOnClassesThat(resideInAnyPackage("io.javalin..", "org.eclipse.jetty..", "jakarta.."))
        .check(trawl);
  }

  @Test
  void packagesHaveNoCycles() {
    slices().matching("org.trawl.(*)..").should().beFreeOfCycles().check(trawl);
    // The rooms of a package, too, such as the engine's names.
    slices().matching("org.trawl.(**)").should().beFreeOfCycles().check(trawl);
  }

  @Test
  void namesSayWhatThingsAre() {
    noClasses()
        .should()
        .haveNameMatching(
            ".*\\.[A-Za-z]*(Util|Utils|Helper|Manager|Processor|Handler|Service|Base|Impl|Dto)")
        .check(trawl);
    noClasses()
        .should()
        .resideInAnyPackage(
            "..common..", "..core..", "..util..", "..impl..", "..dto..", "..service..", "..model..")
        .check(trawl);
  }
}
